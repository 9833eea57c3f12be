package io.ordertrail.app.order.placing;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.Overloaded;
import io.ordertrail.axon.store.EventLag;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what was accepted is fulfilled: while processes or views fall behind, orders are placed more slowly,
 * and in the end refused. It looks how far they are four times a second at most, and only when an order comes.
 */
@Component
@EnableConfigurationProperties(AdmissionProperties.class)
class Admission {

    /** The event processors that an order has to wait for. */
    private static final Set<String> PROCESSORS = Set.of("processes", "views");

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

    private final LongSupplier lag;
    private final AdmissionProperties settings;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile long waiting;

    /** @param lag is there where this node starts event processors */
    @Autowired
    Admission(ObjectProvider<EventLag> lag, AdmissionProperties settings) {
        this(
                lag.stream()
                        .findFirst()
                        .<LongSupplier>map(known -> () -> known.most(PROCESSORS))
                        .orElse(() -> 0),
                settings);
    }

    /** @param lag how many events wait */
    Admission(LongSupplier lag, AdmissionProperties settings) {
        this.lag = lag;
        this.settings = settings;
    }

    /**
     * Returns when the order may be placed.
     *
     * @throws Refused too much waits already
     */
    void admit() {
        look();
        if (waiting >= settings.refuseFrom()) {
            throw new Refused(new Overloaded(waiting));
        }
        Duration wait = delay(waiting);
        if (!wait.isZero()) {
            pause(wait);
        }
    }

    /** In proportion to what waits beyond the first bound. */
    Duration delay(long lagging) {
        long beyond = Math.max(0, lagging - settings.slowFrom());
        return LONGEST.multipliedBy(beyond).dividedBy(settings.refuseFrom() - settings.slowFrom());
    }

    private void look() {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_NANOS)) {
            waiting = lag.getAsLong();
        }
    }

    private static void pause(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
