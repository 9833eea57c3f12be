package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.peer.AxonOnJpa;
import io.ordertrail.benchmarks.peer.HandWritten;
import java.time.Duration;
import java.util.List;

/** R9: orders placed a second, everything on, beside others that take the same orders; on one PostgreSQL. */
public final class Peers {

    private Peers() {}

    public static void take(Store store, Bench bench) throws Exception {
        if (!store.isPostgreSql()) {
            return;
        }
        try (Service ours = bench.start(store)) {
            place(ours, bench.warmUp());
            beside("an event store by hand", HandWritten.class, "≥ 1.2", ours, store, bench);
            beside("Axon on JPA with the defaults", AxonOnJpa.class, "≥ 6", ours, store, bench);
        }
    }

    private static void beside(String what, Class<?> peer, String aim, Service ours, Store store, Bench bench)
            throws Exception {
        List<String> program = List.of("-cp", System.getProperty("java.class.path"), peer.getName());
        try (Service theirs = Service.start(bench.folder().resolve("peer.log"), program, store.settings())) {
            Load.perSecond(bench.warmUp(), theirs.client()::place);
            bench.report()
                    .add(
                            "R9 orders placed a second ÷ " + what,
                            store,
                            bench.compare(
                                    () -> place(ours, bench.round()), () -> bench.perSecond(theirs.client()::place)),
                            "",
                            aim);
        }
    }

    /** Orders a second, with all that follows from them, so that nothing of it is left to disturb the peer. */
    private static double place(Service ours, Duration time) throws Exception {
        return Sustained.run(ours, Load.CLIENTS, 1, time, ours.client()::place).perSecond();
    }
}
