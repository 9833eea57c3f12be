package io.ordertrail.app.http.exchange;

import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.thread.UninterruptedTimer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Requests for what is stored and not in a view yet. They are handled once more in a moment, again and again; meanwhile
 * they hold neither a thread nor a connection of the database.
 */
public final class WaitingReads {

    /** How long they wait in all, and how often they are handled. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** So many wait at a time at most: each is handled again and again, and holds its connection to the client. */
    private static final int MOST = 1_000;

    private static final String END = WaitingReads.class.getName();

    private final Semaphore places;
    private final Duration lookAgain;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "waiting-reads");

    WaitingReads(int most, Duration lookAgain) {
        this.places = new Semaphore(most);
        this.lookAgain = lookAgain;
    }

    /** Makes the one that there is, and ends it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class WaitingConfiguration {

        @Bean
        WaitingReads waitingReads() {
            return new WaitingReads(MOST, LOOK_AGAIN);
        }

        @Bean
        ShutdownStep waitingReadsEnd(WaitingReads waiting) {
            return new ShutdownStep(ShutdownStep.Turn.REQUESTS, waiting.timer::shutdown);
        }
    }

    /**
     * Whether {@code request} changes nothing, so that it can be handled twice, and has not waited for as long as it
     * may.
     */
    public boolean mayWait(HttpServletRequest request) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return reads && !(request.getAttribute(END) instanceof Long end && System.nanoTime() - end >= 0);
    }

    /** Has {@code request} handled once more, so that it needs no answer now; false where too many wait already. */
    public boolean waits(HttpServletRequest request, HttpServletResponse response) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (request.getAttribute(END) == null) {
            request.setAttribute(END, System.nanoTime() + PATIENCE.toNanos());
        }
        AsyncContext later = request.startAsync(request, response);
        later.setTimeout(0);
        try {
            timer.schedule(() -> handle(later), lookAgain.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            handle(later);
        }
        return true;
    }

    private void handle(AsyncContext later) {
        places.release();
        later.dispatch();
    }
}
