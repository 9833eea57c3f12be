package io.ordertrail.app.http.render;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** An argument of an endpoint that is made from the request as a whole. */
record RequestArgument(Predicate<MethodParameter> isMeant, BiFunction<MethodParameter, HttpServletRequest, Object> make)
        implements HandlerMethodArgumentResolver {

    static RequestArgument of(Class<?> type, Function<HttpServletRequest, Object> make) {
        return new RequestArgument(
                parameter -> parameter.getParameterType() == type, (parameter, request) -> make.apply(request));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return isMeant.test(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) {
            throw new IllegalStateException("Not a servlet request");
        }
        return make.apply(parameter, http);
    }
}
