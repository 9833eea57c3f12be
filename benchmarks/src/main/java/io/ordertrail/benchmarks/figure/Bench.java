package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Report;
import io.ordertrail.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How figures are taken.
 *
 * @param folder for what is gone at the end
 * @param rounds of each comparison
 * @param round how long each half of a round lasts
 * @param warmUp so long the just-in-time compiler, which shares the cores with the load, takes until rates stand still
 */
public record Bench(Path folder, Report report, int rounds, Duration round, Duration warmUp) {

    /** One figure, or some that are taken together. */
    @FunctionalInterface
    public interface Figure {

        /** @param store a new one */
        void take(Store store, Bench bench) throws Exception;
    }

    /** Takes one half of a round. */
    @FunctionalInterface
    interface Half {
        double measure() throws Exception;
    }

    /** A minute, or less where the warm-up is shorter. */
    Duration minute() {
        Duration minute = Duration.ofMinutes(1);
        return warmUp.compareTo(minute) < 0 ? warmUp : minute;
    }

    /** The service on {@code store}, with more settings. */
    Service start(Store store, String... settings) throws IOException, InterruptedException {
        return Service.start(folder.resolve("service.log"), store.settings(settings));
    }

    /** Rounds of both, A B B A, so that a drift of the machine's speed favours neither. */
    Samples compare(Half ours, Half theirs) throws Exception {
        Samples samples = new Samples();
        for (int n = 0; n < rounds; n++) {
            boolean first = n % 2 == 0;
            double our = first ? ours.measure() : 0;
            double their = theirs.measure();
            samples.add(first ? our : ours.measure(), their);
        }
        return samples;
    }

    /** How many times a second {@link Load#CLIENTS} clients do it in a round. */
    double perSecond(Callable<?> work) throws Exception {
        return Load.perSecond(round, work);
    }

    /** Rounds of it alone. */
    Samples rates(Callable<?> work) throws Exception {
        Samples samples = new Samples();
        for (int n = 0; n < rounds; n++) {
            samples.add(perSecond(work));
        }
        return samples;
    }
}
