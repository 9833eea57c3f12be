package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.input.RawBody;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.thread.UninterruptedPool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out many requests that come as one, each a JSON document on a line of its own (NDJSON) with its
 * {@code idempotencyKey} in it. Several are under way at a time, so that their commands share commits; the answers come
 * in the order of the lines, each as soon as it and those before it are done. What is wrong with one is no matter of
 * the others. Lines with the same key are carried out one after the other.
 */
@Component
public final class BatchRunner {

    /** Of one batch. */
    public static final int MOST_LINES = 1000;

    public static final String MEDIA_TYPE = "application/x-ndjson";

    /** Lines under way at a time, of a batch and of all batches together. */
    private static final int AT_ONCE = 16;

    private final JsonMapper json;
    private final UninterruptedPool threads = UninterruptedPool.fixed(AT_ONCE, "batch");

    BatchRunner(JsonMapper json) {
        this.json = json;
    }

    /**
     * Carries out the lines of {@code request} by {@code work}, and writes their answers.
     *
     * @param work is done on several threads at once
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
        Executor pool = withLogContext();
        AtomicBoolean away = new AtomicBoolean();
        Map<String, CompletableFuture<BatchAnswer>> byKey = new HashMap<>();
        Queue<CompletableFuture<BatchAnswer>> underWay = new ArrayDeque<>();
        try {
            for (int n = 0; n < lines.size(); n++) {
                if (underWay.size() == AT_ONCE) {
                    write(underWay, out);
                }
                BatchLine line = new BatchLine(n + 1, lines.get(n), caller, request, json);
                // Of two lines with one key the later one is the repeat.
                underWay.add(byKey.compute(
                        line.key(),
                        (key, earlier) -> (earlier == null || key.isEmpty()
                                        ? CompletableFuture.<@Nullable BatchAnswer>completedFuture(null)
                                        : earlier)
                                .thenApplyAsync(ignored -> answer(line, away, type, work), pool)));
            }
            while (!underWay.isEmpty()) {
                write(underWay, out);
            }
        } finally {
            // They look at the request, which is over when this returns.
            underWay.forEach(CompletableFuture::join);
        }
    }

    private static <B> BatchAnswer answer(
            BatchLine line, AtomicBoolean away, Class<B> type, BiFunction<B, WriteRequest, ChangeAnswer<?>> work) {
        if (away.get()) {
            return line.notTried();
        }
        BatchAnswer answer = line.answer(type, work);
        if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            away.set(true);
        }
        return answer;
    }

    /** The answer of the first of those {@code underWay}. */
    private void write(Queue<CompletableFuture<BatchAnswer>> underWay, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(underWay.remove().join()));
        out.write('\n');
        CompletableFuture<BatchAnswer> next = underWay.peek();
        if (next == null || !next.isDone()) {
            out.flush();
        }
    }

    /** What a line logs has the trace of the batch. */
    private Executor withLogContext() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return work -> threads.execute(() -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        });
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
}
