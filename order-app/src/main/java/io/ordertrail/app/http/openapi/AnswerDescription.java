package io.ordertrail.app.http.openapi;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.ApiDescriptionConfiguration.Traits;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Trace;
import io.ordertrail.app.http.render.NotYet;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Describes every answer that an endpoint gives: success, the same again, not yet, and all its problems. */
record AnswerDescription(RecordSchemas schemas) {

    void describe(Operation operation, Traits traits) {
        ApiResponses answers = new ApiResponses();
        Answers several = traits.method().getMethodAnnotation(Answers.class);
        if (several == null) {
            HttpStatus success = success(traits);
            answers.addApiResponse(key(success), success(operation, traits, success, traits.sent()));
        } else {
            for (HttpStatus one : several.value()) {
                Set<Sends.Header> sent = one == HttpStatus.OK ? EnumSet.of(ETAG) : EnumSet.of(ETAG, LOCATION);
                answers.addApiResponse(key(one), success(operation, traits, one, sent));
            }
        }
        if (traits.isConditionalRead()) {
            answers.addApiResponse(
                    key(HttpStatus.NOT_MODIFIED),
                    common("The caller has this version already").addHeaderObject("ETag", header(true, "The version")));
        }
        if (traits.isOfVersion()) {
            answers.addApiResponse(
                    key(HttpStatus.ACCEPTED),
                    common("The requested version cannot be read yet")
                            .addHeaderObject("Retry-After", header(true, "Seconds"))
                            .content(content("application/json", schemas.answer(NotYet.class))));
        }
        problems(traits).forEach(status -> answers.addApiResponse(key(status), problem(status, traits)));
        operation.setResponses(answers);
    }

    private ApiResponse success(Operation operation, Traits traits, HttpStatus status, Set<Sends.Header> sent) {
        ApiResponse answer = common(status.getReasonPhrase());
        answer.setContent(body(operation, traits, status));
        sent.forEach(header -> send(answer, header));
        return replayable(answer, traits);
    }

    private Content body(Operation operation, Traits traits, HttpStatus status) {
        Tells tells = traits.method().getMethodAnnotation(Tells.class);
        if (tells != null) {
            return stream(operation, tells, traits);
        }
        ResolvableType declared =
                ResolvableType.forMethodReturnType(traits.method().getMethod());
        ResolvableType type = declared.toClass() == CompletableFuture.class ? declared.getGeneric(0) : declared;
        return type.toClass() == ResponseEntity.class
                ? content(type.getGeneric(0).getType(), traits)
                : Objects.requireNonNull(operation.getResponses().get(key(status)))
                        .getContent();
    }

    /** JSON schemas do not reach into a text; what its items are is said beside it. */
    private Content stream(Operation operation, Tells tells, Traits traits) {
        Map<String, Object> item = Map.of(
                "$ref", Objects.requireNonNull(schemas.answer(tells.value()).get$ref()));
        Content content = content(produced(traits)[0], RecordSchemas.typed("string"));
        content.values().forEach(text -> {
            text.addExtension("x-item-schema", tells.lists() ? Map.of("type", "array", "items", item) : item);
            text.setExample(Examples.text(operation.getOperationId() + ".txt"));
        });
        return content;
    }

    private static String[] produced(Traits traits) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(traits.method().getMethod(), RequestMapping.class);
        return mapping == null ? new String[0] : mapping.produces();
    }

    /** What is no JSON is a text. */
    private Content content(Type type, Traits traits) {
        String[] produced = produced(traits);
        return produced.length == 0 || produced[0].equals("application/json")
                ? content("application/json", schemas.answer(type))
                : content(produced[0], RecordSchemas.typed("string"));
    }

    private static void send(ApiResponse answer, Sends.Header header) {
        switch (header) {
            case ETAG_OF_VERSION ->
                answer.addHeaderObject(
                        "ETag",
                        header(false, "The version of the resource, in quotes; not where effectiveAt is given"));
            case ETAG -> answer.addHeaderObject("ETag", header(true, "The version of the resource, in quotes"));
            case LOCATION -> answer.addHeaderObject("Location", header(true, "Where it can be read"));
            case AS_OF ->
                answer.addHeaderObject(
                        Sends.AS_OF_HEADER, header(true, "The moment at which the export began, and which it shows"));
            case LINK -> answer.addHeaderObject("Link", header(false, "RFC 8288: first, next, prev"));
        }
    }

    private ApiResponse problem(HttpStatus status, Traits traits) {
        ApiResponse answer = common(status.getReasonPhrase() + " (RFC 9457)")
                .content(content(Problem.MEDIA_TYPE, schemas.answer(Problem.class)));
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.CONFLICT) {
            answer.addHeaderObject("Retry-After", header(status == HttpStatus.SERVICE_UNAVAILABLE, "Seconds"));
        }
        return replayable(answer, traits);
    }

    private static ApiResponse replayable(ApiResponse answer, Traits traits) {
        return traits.takes(WriteRequest.class)
                ? answer.addHeaderObject(ChangeAnswer.REPLAYED_HEADER, header(false, "true if the request is a repeat"))
                : answer;
    }

    private static Set<HttpStatus> problems(Traits traits) {
        Set<HttpStatus> statuses = new TreeSet<>(Set.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.UNAUTHORIZED,
                HttpStatus.FORBIDDEN,
                HttpStatus.NOT_ACCEPTABLE,
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE));
        if (has(traits, PathVariable.class)) {
            statuses.add(HttpStatus.NOT_FOUND);
        }
        if (has(traits, RequestBody.class) || has(traits, QueryString.class)) {
            statuses.add(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (traits.isPost() || traits.isPut()) {
            statuses.addAll(
                    Set.of(HttpStatus.CONFLICT, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        if (traits.takes(WriteRequest.class)) {
            statuses.add(HttpStatus.PRECONDITION_FAILED);
        }
        if (traits.takes(WriteRequest.class) || traits.method().hasMethodAnnotation(OwnData.class)) {
            statuses.add(HttpStatus.GONE);
        }
        if (traits.isConditionalRead()) {
            statuses.add(HttpStatus.PRECONDITION_FAILED);
        }
        if (traits.requiresVersion() || traits.isPut()) {
            statuses.add(HttpStatus.PRECONDITION_REQUIRED);
        }
        if (traits.isLive()) {
            statuses.add(HttpStatus.TOO_MANY_REQUESTS);
        }
        return statuses;
    }

    private static boolean has(Traits traits, Class<? extends Annotation> annotation) {
        return Arrays.stream(traits.method().getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static HttpStatus success(Traits traits) {
        ResponseStatus status = traits.method().getMethodAnnotation(ResponseStatus.class);
        return status == null ? HttpStatus.OK : status.value();
    }

    private static ApiResponse common(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(Trace.CORRELATION_HEADER, header(true, "The one of the request, or a new one"));
    }

    private static Header header(boolean required, String description) {
        return new Header().required(required).description(description).schema(RecordSchemas.typed("string"));
    }

    private static Content content(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }

    private static String key(HttpStatus status) {
        return Integer.toString(status.value());
    }
}
