package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.app.http.input.BodyValidation;
import io.ordertrail.app.http.input.JsonFaults;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Problems;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.http.problem.StatusProblems;
import io.ordertrail.axon.failure.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request of a batch. */
final class BatchLine {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLine.class);
    private static final String KEY = "idempotencyKey";

    private final int number;
    private final String text;
    private final Caller caller;
    private final HttpServletRequest request;
    private final JsonMapper json;
    private @Nullable JsonNode document;
    private @Nullable JacksonException fault;
    private String key = "";

    /** @param number from 1 */
    BatchLine(int number, String text, Caller caller, HttpServletRequest request, JsonMapper json) {
        this.number = number;
        this.text = text;
        this.caller = caller;
        this.request = request;
        this.json = json;
        try {
            document = json.readTree(text);
        } catch (JacksonException e) {
            // It is the answer, in its turn.
            fault = e;
        }
    }

    /** Does {@code work}; whatever goes wrong is the answer. */
    <B> BatchAnswer answer(Class<B> type, BiFunction<B, WriteRequest, ChangeAnswer<?>> work) {
        try {
            ObjectNode body = body();
            key = key(body);
            WriteRequest write = WriteRequest.ofLine(caller, request, key, text.getBytes(StandardCharsets.UTF_8));
            ChangeAnswer<?> done = work.apply(BodyValidation.checked(json.treeToValue(body, type)), write);
            return BatchAnswer.done(number, key, done);
        } catch (JacksonException e) {
            return no(Problems.of(Rejected.malformed(JsonFaults.of(e)), request), false);
        } catch (Rejected e) {
            return no(Problems.of(e, request), false);
        } catch (Refused e) {
            return no(Problems.of(e.refusal(), Optional.empty(), request), e.refusal() instanceof RefusedBefore);
        } catch (Unavailable e) {
            LOG.warn("No answer to line {} of a batch", number, e);
            return no(Problems.of(e, request), false);
        } catch (RuntimeException e) {
            Problem problem = StatusProblems.of(HttpStatus.INTERNAL_SERVER_ERROR, request);
            LOG.error("Line {} of a batch failed, trace {}", number, problem.traceId(), e);
            return no(problem, false);
        }
    }

    /** After one that had no answer nobody is kept waiting once more for each. */
    BatchAnswer notTried() {
        String detail = "This line was not tried, because an earlier line had no answer. Send it again later.";
        return no(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", detail, request), false);
    }

    /** The text of its key; empty where it has none, or cannot be read. */
    String key() {
        return document == null ? "" : document.path(KEY).asString("");
    }

    private ObjectNode body() {
        if (fault != null) {
            throw fault;
        }
        if (document instanceof ObjectNode object) {
            return object;
        }
        throw Rejected.malformed(Fault.body("", FaultCode.WRONG_TYPE, "This must be an object."));
    }

    private static String key(ObjectNode body) {
        JsonNode named = body.remove(KEY);
        if (named == null || named.isNull()) {
            throw Rejected.malformed(Fault.body("/" + KEY, FaultCode.REQUIRED, "This is required."));
        }
        if (!named.isString()) {
            throw Rejected.malformed(Fault.body("/" + KEY, FaultCode.WRONG_TYPE, "This must be a string."));
        }
        return named.asString();
    }

    private BatchAnswer no(Problem problem, boolean replayed) {
        return BatchAnswer.no(number, key, problem, replayed);
    }
}
