package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.PlainJdbc;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;

/** R10: orders that confirm themselves, beside as many events by plain JDBC, one transaction each; and their cost. */
public final class Fulfilment {

    private Fulfilment() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (PlainJdbc plain = PlainJdbc.beside(store);
                Service service = bench.start(store)) {
            Shop shop = Shop.open(service.client());
            Sustained warm = Sustained.run(service, shop, bench.warmUp());
            Load.perSecond(bench.round(), plain::append);
            double events = warm.eventsAnOrder();
            Cost cost = new Cost(store, service);
            bench.report()
                    .add(
                            "R10 orders confirmed by themselves a second ÷ plain JDBC appends of as many events",
                            store,
                            bench.compare(
                                    () -> cost.of(() -> Sustained.run(service, shop, bench.round()))
                                            .perSecond(),
                                    () -> bench.perSecond(plain::append) / events),
                            "",
                            "≥ 0.5");
            cost.report(bench.report());
            bench.report().note("events an order, by position in the store: " + events);
        }
    }
}
