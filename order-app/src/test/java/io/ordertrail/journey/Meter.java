package io.ordertrail.journey;

import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * Counts what all threads of a service in this process do until it is quiet, and takes off what it does by the clock
 * alone. It looks at event processors where they run, which asks nothing of the database.
 */
final class Meter {

    /** So long nothing moves once everything is done: far longer than any step waits for the one before it. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration IDLE = Duration.ofSeconds(6);

    private static final Use NOTHING = new Use(0, 0, 0, 0);

    /** In a second, or for something. The CPU is that of the whole process, its clients included. */
    record Use(double transactions, double writes, double statements, double cpuMillis) {

        Use times(double factor) {
            return new Use(transactions * factor, writes * factor, statements * factor, cpuMillis * factor);
        }

        Use minus(Use other) {
            return new Use(
                    transactions - other.transactions,
                    writes - other.writes,
                    statements - other.statements,
                    cpuMillis - other.cpuMillis);
        }

        Use plus(Use other) {
            return minus(other.times(-1));
        }

        @Override
        public String toString() {
            return "%.1f transactions that wrote, %.1f statements that wrote, %.1f statements, %.1f ms of CPU"
                    .formatted(transactions, writes, statements, cpuMillis);
        }
    }

    private record Reading(Counting.Work work, long cpuNanos, long nanos) {

        static Reading now() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Reading(Counting.work(), system.getProcessCpuTime(), System.nanoTime());
        }

        Use since(Reading before) {
            Counting.Work done = work.since(before.work);
            return new Use(done.transactions(), done.writes(), done.statements(), (cpuNanos - before.cpuNanos) / 1e6);
        }

        double secondsSince(Reading before) {
            return (nanos - before.nanos) / 1e9;
        }
    }

    private final Configuration axon;
    private final Use idle;
    private final Map<String, Use> costs = new HashMap<>();

    private Meter(Configuration axon, Use idle) {
        this.axon = axon;
        this.idle = idle;
    }

    /** @param service whose database is counted by {@link Counting}, and which has done all that it was asked for */
    static Meter of(InProcess service) {
        Configuration axon = service.context().getBean(Configuration.class);
        Meter meter = new Meter(axon, NOTHING);
        meter.quiet();
        Reading before = Reading.now();
        await().pollDelay(IDLE).until(() -> true);
        Reading after = Reading.now();
        return new Meter(axon, after.since(before).times(1 / after.secondsSince(before)));
    }

    /** What a second costs in which nothing is asked for. */
    Use idle() {
        return idle;
    }

    /**
     * Does {@code work}, and adds to what is known of {@code name} what it cost, with all that follows from it.
     *
     * @param done whether nothing more is to come of it; asked when the service is quiet
     */
    <T> T count(String name, Supplier<T> work, Predicate<T> done) {
        Reading before = Reading.now();
        T result = work.get();
        do {
            quiet();
        } while (!done.test(result));
        Reading after = Reading.now();
        Use cost = after.since(before).minus(idle.times(after.secondsSince(before)));
        costs.merge(name, cost, Use::plus);
        return result;
    }

    /** All that was counted under {@code name}. */
    Use of(String name) {
        return costs.getOrDefault(name, NOTHING);
    }

    void quiet() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(new Stillness()::isLongEnough);
    }

    private Map<String, OptionalLong> positions() {
        Map<String, OptionalLong> positions = new HashMap<>();
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                streaming
                        .processingStatus()
                        .forEach((segment, status) -> positions.put(name + "/" + segment, status.getCurrentPosition()));
            }
        });
        return positions;
    }

    private final class Stillness {

        private Map<String, OptionalLong> last = Map.of();
        private long since = System.nanoTime();

        boolean isLongEnough() {
            Map<String, OptionalLong> now = positions();
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since > QUIET.toNanos();
        }
    }
}
