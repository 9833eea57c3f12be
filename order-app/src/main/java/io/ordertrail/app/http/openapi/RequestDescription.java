package io.ordertrail.app.http.openapi;

import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.input.QueryStrings;
import io.ordertrail.app.http.openapi.ApiDescriptionConfiguration.Traits;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Trace;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.springframework.core.MethodParameter;
import tools.jackson.databind.json.JsonMapper;

/** Describes what an endpoint takes: headers, query and body, with an example that can be sent as it is. */
record RequestDescription(RecordSchemas schemas) {

    /** What the variables of a path mean, by name. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("accountId", "Id of the account, from the answer to its opening"),
            Map.entry("ask", "Number of the ask, from the order's history"),
            Map.entry("debtId", "Id of its open problem, such as refund-failed:payment-…; or due"),
            Map.entry("editId", "Id of the edit, from the answer to its proposal"),
            Map.entry("number", "Number of the order, such as 2026-000123"),
            Map.entry("orderId", "Id of the order, from the answer to its placing"),
            Map.entry("paymentId", "Id of the payment, from the answer to its recording or begin"),
            Map.entry("problemId", "Id of the problem, from the order"),
            Map.entry("projection", "Name of the view, such as order-list"),
            Map.entry("rebuildId", "Id of the rebuild, from the answer to its request"),
            Map.entry("provider", "Name of the payment provider that calls, such as SANDBOX"),
            Map.entry("returnId", "Id of the return, from the answer to its request"),
            Map.entry("shipmentId", "Id of the shipment, from the answer to its approval"),
            Map.entry("subject", "Subject of the ask: the id of a payment or of a line"),
            Map.entry("sku", "Stock keeping unit, as it was registered"),
            Map.entry("transferId", "Id of the transfer, from the answer to its request"));

    void describe(Operation operation, Traits traits) {
        if (traits.takes(WriteRequest.class)) {
            operation.addParametersItem(header(
                            WriteRequest.KEY_HEADER,
                            "A unique key of this request; a repeat with the same key and body is"
                                    + " answered as the first time and changes nothing")
                    .required(!traits.isPut())
                    .schema(string().minLength(1).maxLength(WriteRequest.MAX_KEY_LENGTH))
                    .example("try-1"));
        }
        if (traits.takes(WriteRequest.class) || traits.isConditionalRead()) {
            operation.addParametersItem(
                    header(WriteRequest.IF_MATCH, "ETag of the expected version; 412 if the resource has another one")
                            .required(traits.requiresVersion()));
        }
        if (traits.isPut()) {
            operation.addParametersItem(
                    header(ReadRequest.IF_NONE_MATCH, "*: only if the resource does not exist yet; else 412"));
        }
        if (traits.isConditionalRead()) {
            operation.addParametersItem(
                    header(ReadRequest.IF_NONE_MATCH, "ETag of the version that the caller has already"));
        }
        if (traits.isOfVersion()) {
            operation.addParametersItem(header(
                            ReadRequest.MIN_VERSION_HEADER,
                            "Version that the answer must contain; 202 if it is not there yet")
                    .schema(RecordSchemas.typed("integer").format("int64")));
        }
        if (traits.isStream()) {
            operation.addParametersItem(header(
                            "Last-Event-ID",
                            "The id of the last event that the caller has; the stream goes on behind it, whatever after says")
                    .example("42"));
        }
        Signed signed = traits.method().getMethodAnnotation(Signed.class);
        if (signed != null) {
            operation.addParametersItem(header(signed.header(), signed.form()).required(true));
        }
        operation.addParametersItem(header(Caller.ACTOR_HEADER, "The caller; default: local"));
        operation.addParametersItem(header(
                Caller.ROLES_HEADER,
                "The caller's roles, separated by commas; default: SUPERVISOR,ADMIN; never SERVICE"));
        operation.addParametersItem(header(Trace.CORRELATION_HEADER, "Id that connects this request with others"));
        for (MethodParameter parameter : traits.method().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(QueryString.class)) {
                QueryStrings.components(parameter.getParameterType())
                        .map(component -> new QueryParameter()
                                .name(component.getName())
                                .style(QueryStrings.isMap(component) ? Parameter.StyleEnum.DEEPOBJECT : null)
                                .explode(QueryStrings.isMap(component) ? Boolean.TRUE : null)
                                .description(QueryStrings.isList(component) ? several(component) : null)
                                .required(RecordSchemas.isRequired(component) ? Boolean.TRUE : null)
                                .schema(schemas.parameter(component)))
                        .forEach(operation::addParametersItem);
            }
            var body = parameter.getParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class);
            if (body != null) {
                operation.setRequestBody(body(parameter.getParameterType(), body.required()));
            }
        }
        describePath(operation);
    }

    private static String several(RecordComponent component) {
        return "Any of the values; the parameter may come once for each"
                + (QueryStrings.hasCommas(component) ? ", or the values with commas between them" : "");
    }

    private RequestBody body(Class<?> type, boolean required) {
        MediaType json = new MediaType()
                .schema(schemas.request(type))
                .example(JsonMapper.shared().readValue(Examples.text(RecordSchemas.name(type) + ".json"), Map.class));
        return new RequestBody().required(required).content(new Content().addMediaType("application/json", json));
    }

    private static void describePath(Operation operation) {
        operation.getParameters().stream()
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> parameter.schema(string()).description(WORDS.get(parameter.getName())));
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(string());
    }

    private static Schema<?> string() {
        return RecordSchemas.typed("string");
    }
}
