package io.ordertrail.app.http.openapi;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.returns.ReturnAction;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.VersionRequired;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends.Header;
import io.ordertrail.app.http.problem.ProblemCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/** Makes the description of the API (OpenAPI 3.1), for the most part from what the endpoints take and give. */
@Configuration(proxyBeanMethods = false)
class ApiDescriptionConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(WriteRequest.class, ReadRequest.class)
                .addAnnotationsToIgnore(QueryString.class);
    }

    private final RecordSchemas schemas = new RecordSchemas();

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Ordertrail")
                        .version("v1")
                        .description("Orders, from the placing to the delivery, and every event on the way.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .externalDocs(new ExternalDocumentation()
                        .description("What each code of a problem means")
                        .url(ProblemCode.page()))
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    OperationCustomizer operations() {
        return (operation, method) -> describe(operation, new Traits(method));
    }

    /** Springdoc has its own idea of our records; what the operations refer to is what we made. */
    @Bean
    OpenApiCustomizer components() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getComponents().setSchemas(new TreeMap<>(schemas.definitions()));
            explain(api.getComponents().getSchemas().get("Problem"));
            faults(api.getComponents().getSchemas().get("ProblemFault"));
            name(api.getComponents().getSchemas().get("ActionAnswer"));
        };
    }

    /** Every code there is, in words; more may come, so that a client must not fail at one that it does not know. */
    private static void explain(@Nullable Schema<?> problem) {
        if (problem != null) {
            Schema<?> code = property(problem, "code");
            code.setDescription(ProblemCode.ALL.stream()
                    .map(known -> "- `" + known.code() + "` (" + known.status() + "): " + known.meaning())
                    .collect(Collectors.joining(
                            "\n", "The kind of problem, explained at `type`. More may come.\n\n", "\n")));
            code.addExtension(
                    "x-extensible-enum",
                    ProblemCode.ALL.stream().map(ProblemCode::code).toList());
        }
    }

    private static void faults(@Nullable Schema<?> fault) {
        if (fault != null) {
            List<FaultCode> all = List.of(FaultCode.values());
            property(fault, "code")
                    .description(all.stream()
                            .map(code -> "- `" + code + "`: " + code.meaning())
                            .collect(Collectors.joining(
                                    "\n", "What is wrong there, or the code of the problem. More may come.\n\n", "\n")))
                    .addExtension(
                            "x-extensible-enum",
                            all.stream().map(FaultCode::name).toList());
        }
    }

    private static void name(@Nullable Schema<?> answer) {
        if (answer != null) {
            Schema<?> action = property(answer, "action");
            action.setDescription("Of an order or a shipment: %s. Of a payment: %s. Of a return: %s. Of an account: %s."
                    .formatted(
                            words(OrderAction.values()),
                            words(PaymentAction.values()),
                            words(ReturnAction.values()),
                            words(AccountAction.values())));
        }
    }

    private static Schema<?> property(Schema<?> of, String name) {
        return Objects.requireNonNull(of.getProperties().get(name), name);
    }

    private static String words(Enum<?>... actions) {
        return Arrays.stream(actions).map(Enum::name).collect(Collectors.joining(", "));
    }

    private Operation describe(Operation operation, Traits traits) {
        new RequestDescription(schemas).describe(operation, traits);
        new AnswerDescription(schemas).describe(operation, traits);
        return operation;
    }

    /** What the description of an endpoint depends on. */
    record Traits(HandlerMethod method) {

        boolean takes(Class<?> type) {
            return List.of(method.getMethod().getParameterTypes()).contains(type);
        }

        boolean isPost() {
            return method.hasMethodAnnotation(PostMapping.class);
        }

        boolean isPut() {
            return method.hasMethodAnnotation(PutMapping.class);
        }

        /** Whether one thing of a known version is read, on which conditions can be put. */
        boolean isConditionalRead() {
            return takes(ReadRequest.class)
                    && (sent().contains(Header.ETAG) || sent().contains(Header.ETAG_OF_VERSION));
        }

        /** Whether the caller may say which version must be contained. */
        boolean isOfVersion() {
            return isConditionalRead() || method.hasMethodAnnotation(OfVersion.class);
        }

        /** Whether the answer goes on. */
        boolean isStream() {
            GetMapping read = method.getMethodAnnotation(GetMapping.class);
            return read != null
                    && List.of(read.produces()).stream()
                            .anyMatch(
                                    List.of(MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE)
                                            ::contains);
        }

        /** Whether the answer may wait for what is to come, which only so many may at a time. */
        boolean isLive() {
            return isStream() || method.getMethod().getReturnType() == CompletableFuture.class;
        }

        /** Whether If-Match must be there. */
        boolean requiresVersion() {
            return method.hasMethodAnnotation(VersionRequired.class);
        }

        Set<Header> sent() {
            Sends sends = method.getMethodAnnotation(Sends.class);
            return sends == null ? Set.of() : Set.of(sends.value());
        }
    }
}
