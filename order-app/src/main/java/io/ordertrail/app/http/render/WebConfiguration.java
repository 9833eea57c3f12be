package io.ordertrail.app.http.render;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.VersionRequired;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.input.QueryStrings;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.database.DatabaseWatch;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts what all endpoints share into Spring MVC and Tomcat. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<DatabaseWatch> database;

    WebConfiguration(ObjectProvider<DatabaseWatch> database) {
        this.database = database;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument(
                parameter -> parameter.getParameterType() == WriteRequest.class, WebConfiguration::write));
        resolvers.add(RequestArgument.of(ReadRequest.class, ReadRequest::of));
        resolvers.add(new RequestArgument(
                parameter -> parameter.hasParameterAnnotation(QueryString.class),
                (parameter, request) -> QueryStrings.read(request, parameter.getParameterType())));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptedTypes()));
    }

    private static WriteRequest write(MethodParameter parameter, HttpServletRequest request) {
        WriteRequest write = WriteRequest.of(request);
        return parameter.hasMethodAnnotation(VersionRequired.class) ? write.onAVersion() : write;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NoDatabase(SingletonSupplier.ofNullable(database::getIfAvailable)))
                .addPathPatterns("/api/**");
        registry.addInterceptor(new NoPatches());
        registry.addInterceptor(new NoPathParameters()).addPathPatterns("/**");
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/swagger-ui.html");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatProblems() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(TomcatProblems.class.getName()));
    }

    @Bean
    RequestThreads requestThreads(
            @Value("${server.tomcat.threads.min-spare:10}") int spare,
            @Value("${server.tomcat.threads.max:200}") int most) {
        return new RequestThreads(spare, most);
    }

    @Bean
    ShutdownStep requestThreadsEnd(RequestThreads threads) {
        return new ShutdownStep(ShutdownStep.Turn.REQUESTS, threads::end);
    }

    /** A SKU may have a slash, which is then %2F in a path: it must reach the endpoint as part of that one variable. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInPaths() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Tells to come again at once, where a connection is not free. */
    private record NoDatabase(SingletonSupplier<DatabaseWatch> database) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            DatabaseWatch watch = database.get();
            if (watch != null && watch.isAway()) {
                throw new Unavailable("The database is away");
            }
            return true;
        }
    }

    /** Takes away the empty list of media types in which nothing can be patched. */
    private static final class NoPatches implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
            String types = response.getHeader(HttpHeaders.ACCEPT_PATCH);
            if (types != null && types.isBlank()) {
                response.setHeader(HttpHeaders.ACCEPT_PATCH, null);
            }
        }
    }

    /**
     * Refuses what begins with a semicolon in a path: what is cut off unseen, the address means another thing without.
     */
    private static final class NoPathParameters implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getDispatcherType() == DispatcherType.REQUEST
                    && request.getRequestURI().contains(";")) {
                throw Rejected.malformed(Fault.parameter(
                        ";",
                        FaultCode.MALFORMED_PATH,
                        "There are no path parameters here; a semicolon in a name is %3B."));
            }
            return true;
        }
    }

    /** Refuses query parameters that an endpoint does not know: a misspelt filter must not answer everything. */
    private static final class KnownParameters implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method) {
                QueryStrings.check(
                        request,
                        Arrays.stream(method.getMethodParameters())
                                .filter(parameter -> parameter.hasParameterAnnotation(QueryString.class))
                                .map(MethodParameter::getParameterType)
                                .findFirst()
                                .orElse(null));
            }
            return true;
        }
    }
}
