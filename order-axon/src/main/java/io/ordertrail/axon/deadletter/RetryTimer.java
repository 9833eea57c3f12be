package io.ordertrail.axon.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Tries dead letters again when they are due, in whichever node is first. All that it goes by is stored: it survives a
 * restart.
 */
public final class RetryTimer implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetryTimer.class);
    private static final Duration END = Duration.ofSeconds(25);

    /** So many are tried in a row, then a look is waited: what fails for ever must not keep a processor busy. */
    private static final int AT_A_TIME = 20;

    private final RetryQueue queue;
    private final RetryPatience patience;
    private final Clock clock;
    private final UninterruptedTimer timer;

    /** @param name of its thread */
    public RetryTimer(String name, RetryQueue queue, RetryPatience patience, Clock clock) {
        this.queue = queue;
        this.patience = patience;
        this.clock = clock;
        this.timer = new UninterruptedTimer(1, name);
    }

    @Override
    public void afterSingletonsInstantiated() {
        long look = patience.look().toMillis();
        timer.scheduleWithFixedDelay(this::quietly, look, look, TimeUnit.MILLISECONDS);
    }

    private void quietly() {
        try {
            tryDue();
        } catch (RuntimeException e) {
            LOG.warn("Could not try dead letters again; the next look follows", e);
        }
    }

    private void tryDue() {
        Instant now = clock.instant();
        queue.parkedAfter(now.minus(patience.giveUpAfter())).stream()
                .filter(letter -> isDue(letter, now))
                .limit(AT_A_TIME)
                .filter(queue::claim)
                .forEach(letter -> LOG.info("A dead letter was tried again by itself: {}", queue.retry(letter)));
    }

    private static boolean isDue(DeadLetter letter, Instant now) {
        return letter.nextTryAt() != null && !letter.nextTryAt().isAfter(now);
    }

    /** Ends what it is at in peace. */
    @Override
    public void destroy() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Dead letters are still being tried after {}", END);
        }
    }
}
