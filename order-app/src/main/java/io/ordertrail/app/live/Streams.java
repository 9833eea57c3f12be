package io.ordertrail.app.live;

import io.ordertrail.app.access.Bearers;
import io.ordertrail.app.access.Places;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.thread.UninterruptedPool;
import io.ordertrail.axon.thread.UninterruptedTimer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** The streams that are open, and the requests that wait for an event. There are so many of each caller, and in all. */
final class Streams {

    private final StreamProperties settings;
    private final JsonMapper json;
    private final Bearers bearers;
    private final UninterruptedPool threads;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "streams-timer");
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<?>> polls = ConcurrentHashMap.newKeySet();
    private final Places places;
    private volatile boolean ended;

    Streams(StreamProperties settings, JsonMapper json, Bearers bearers, UninterruptedPool threads) {
        this.settings = settings;
        this.places = new Places("streams", settings.perCaller(), settings.atMost());
        this.json = json;
        this.bearers = bearers;
        this.threads = threads;
        timer.scheduleWithFixedDelay(() -> open.forEach(LiveStream::check), 1, 1, TimeUnit.SECONDS);
    }

    int size() {
        return open.size();
    }

    /**
     * Sends what {@code source} gives from the place that the request names on, until the client goes.
     *
     * @throws Rejected there are too many streams
     */
    void open(
            StreamFormat format,
            StreamRequest wanted,
            ReadRequest read,
            HttpServletRequest request,
            HttpServletResponse response,
            StreamSource source)
            throws IOException {
        String caller = read.context().actor();
        take(caller);
        boolean begun = false;
        try {
            StreamPage first = first(source, wanted.checked().place(request));
            response.setContentType(format.mediaType());
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                begin(format, source, first, isKnown(request), until(wanted), request, response, caller);
                begun = true;
            }
        } finally {
            if (!begun) {
                leave(caller);
            }
        }
    }

    /**
     * A browser that is refused does not come back by itself. So whoever goes on from a place has their stream at once,
     * and is told what follows when the service can: many come back in the same moment after a network has failed.
     */
    private static StreamPage first(StreamSource source, @Nullable String place) {
        try {
            return source.now(place);
        } catch (Unavailable busy) {
            if (place == null) {
                throw busy;
            }
            return new StreamPage(List.of(), place, true);
        }
    }

    private void begin(
            StreamFormat format,
            StreamSource source,
            StreamPage first,
            BooleanSupplier isKnown,
            @Nullable Long until,
            HttpServletRequest request,
            HttpServletResponse response,
            String caller)
            throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        LiveStream[] self = new LiveStream[1];
        LiveStream stream = new LiveStream(
                async,
                response.getOutputStream(),
                format,
                source,
                first,
                new StreamTerms(threads, later(), json, settings.patience(), isKnown, until, () -> {
                    open.remove(self[0]);
                    leave(caller);
                }));
        self[0] = stream;
        open.add(stream);
        async.addListener(stream);
        response.getOutputStream().setWriteListener(stream);
    }

    /**
     * The answer that {@code poll} will give, and no later than the service ends.
     *
     * @throws Rejected there are too many streams
     */
    <T> CompletableFuture<T> poll(ReadRequest read, Supplier<CompletableFuture<T>> poll) {
        String caller = read.context().actor();
        take(caller);
        try {
            CompletableFuture<T> answer = poll.get().copy();
            polls.add(answer);
            answer.whenComplete((done, failure) -> {
                polls.remove(answer);
                leave(caller);
            });
            if (ended) {
                answer.completeExceptionally(ending());
            }
            return answer;
        } catch (RuntimeException e) {
            leave(caller);
            throw e;
        }
    }

    private void take(String caller) {
        if (ended) {
            throw ending();
        }
        places.take(caller);
    }

    private void leave(String caller) {
        places.leave(caller);
    }

    /** Whether whoever sent {@code request} would be let in now, as the same. */
    private BooleanSupplier isKnown(HttpServletRequest request) {
        Optional<Identity> known = Identity.of(request);
        String shown = Objects.toString(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return () -> {
            try {
                return known.isEmpty() || bearers.identity(shown).equals(known);
            } catch (Rejected withdrawn) {
                return false;
            }
        };
    }

    private static @Nullable Long until(StreamRequest wanted) {
        return wanted.seconds() == null
                ? null
                : System.nanoTime() + Duration.ofSeconds(wanted.seconds()).toNanos();
    }

    private Executor later() {
        return work -> {
            try {
                timer.schedule(() -> threads.execute(work), 1, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                // The service ends, and with it the stream.
            }
        };
    }

    private static Unavailable ending() {
        return new Unavailable("The service ends");
    }

    /** Tells every client that the service ends. */
    void end() {
        ended = true;
        open.forEach(stream -> stream.end("SERVICE_ENDS", "The service ends; come back in a moment."));
        polls.forEach(poll -> poll.completeExceptionally(ending()));
        timer.shutdown();
        threads.shutdown();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (!open.isEmpty() && System.nanoTime() - patience < 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        open.forEach(LiveStream::close);
    }
}
