package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.app.http.input.BodyValidation;
import io.ordertrail.app.http.input.JsonFaults;
import io.ordertrail.app.http.input.RawBody;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Problems;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.http.problem.StatusProblems;
import io.ordertrail.axon.failure.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out many requests that come as one, each a JSON document on a line of its own (NDJSON) with its
 * {@code idempotencyKey} in it, one after the other, and answers each with a line as soon as it is done. What is wrong
 * with one is no matter of the others.
 */
@Component
public final class BatchRunner {

    /** Of one batch. */
    public static final int MOST_LINES = 1000;

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final String KEY = "idempotencyKey";

    private final JsonMapper json;

    BatchRunner(JsonMapper json) {
        this.json = json;
    }

    /**
     * Carries out the lines of {@code request} by {@code work}, and writes their answers.
     *
     * @throws Rejected there is no line, or there are more than {@link #MOST_LINES}; none was carried out
     */
    public <B> void run(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<B> type,
            BiFunction<B, WriteRequest, ChangeAnswer<?>> work)
            throws IOException {
        Caller caller = Caller.of(request);
        List<String> lines = lines(request);
        response.setContentType(MEDIA_TYPE);
        OutputStream out = response.getOutputStream();
        boolean away = false;
        for (int n = 0; n < lines.size(); n++) {
            Line line = new Line(n + 1, lines.get(n), caller, request);
            BatchAnswer answer = away ? line.notTried() : line.answer(type, work);
            away = answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value();
            out.write(json.writeValueAsBytes(answer));
            out.write('\n');
            out.flush();
        }
    }

    private static List<String> lines(HttpServletRequest request) {
        List<String> lines = new String(RawBody.of(request), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            throw Rejected.malformed(
                    Fault.body("", FaultCode.MISSING_BODY, "The request needs a JSON document on each line."));
        }
        if (lines.size() > MOST_LINES) {
            throw Rejected.malformed(Fault.body(
                    "", FaultCode.TOO_MANY_LINES, "There may be " + MOST_LINES + " lines, not " + lines.size() + "."));
        }
        return lines;
    }

    private final class Line {

        private final int number;
        private final String text;
        private final Caller caller;
        private final HttpServletRequest request;
        private String key = "";

        private Line(int number, String text, Caller caller, HttpServletRequest request) {
            this.number = number;
            this.text = text;
            this.caller = caller;
            this.request = request;
        }

        private <B> BatchAnswer answer(Class<B> type, BiFunction<B, WriteRequest, ChangeAnswer<?>> work) {
            try {
                ObjectNode document = document();
                key = key(document);
                WriteRequest write = WriteRequest.ofLine(caller, request, key, text.getBytes(StandardCharsets.UTF_8));
                ChangeAnswer<?> done = work.apply(BodyValidation.checked(json.treeToValue(document, type)), write);
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
        private BatchAnswer notTried() {
            String detail = "This line was not tried, because an earlier line had no answer. Send it again later.";
            return no(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", detail, request), false);
        }

        private ObjectNode document() {
            JsonNode document = json.readTree(text);
            if (document instanceof ObjectNode object) {
                return object;
            }
            throw Rejected.malformed(Fault.body("", FaultCode.WRONG_TYPE, "This must be an object."));
        }

        private static String key(ObjectNode document) {
            JsonNode named = document.remove(KEY);
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
}
