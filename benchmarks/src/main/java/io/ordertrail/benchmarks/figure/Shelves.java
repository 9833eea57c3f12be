package io.ordertrail.benchmarks.figure;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.command.OrderCommandNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The write side in this process, with items of which units are reserved; thread-safe. No endpoint reserves. */
public final class Shelves implements AutoCloseable {

    private static final RequestContext SERVICE =
            new RequestContext("benchmark", List.of("SERVICE"), "benchmark", "benchmark", null, null);
    /** Only a peer uses JPA. */
    private static final String NOT_OURS =
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";

    private static final String ONE = StockItemId.of("ONE");

    private final ConfigurableApplicationContext node;
    private final Dispatch dispatch;
    private final AtomicLong orders = new AtomicLong();

    private Shelves(ConfigurableApplicationContext node) {
        this.node = node;
        this.dispatch = node.getBean(Dispatch.class);
    }

    /** Reservations a second of one item, and beside them the same of 16 items. */
    public static void take(Store store, Bench bench) throws Exception {
        try (Shelves shelves = open(store.settings())) {
            Load.perSecond(bench.warmUp().dividedBy(2), shelves::reserveOfOne);
            Load.perSecond(bench.warmUp().dividedBy(2), shelves::reserveOfMany);
            bench.report()
                    .add("one SKU, reservations a second", store, bench.rates(shelves::reserveOfOne), "", "≥ 1,500");
            bench.report()
                    .add(
                            "reservations of one SKU ÷ of 16",
                            store,
                            bench.compare(
                                    () -> bench.perSecond(shelves::reserveOfOne),
                                    () -> bench.perSecond(shelves::reserveOfMany)),
                            "",
                            "–");
        }
    }

    private static Shelves open(List<String> settings) {
        // This module's own logback.xml is to stand: a log would be load too.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Shelves shelves = new Shelves(new SpringApplicationBuilder(OrderCommandNode.class)
                .properties("spring.config.name=order-command", "spring.autoconfigure.exclude=" + NOT_OURS)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new)));
        shelves.fill(ONE);
        for (long n = 0; n < Load.CLIENTS; n++) {
            shelves.fill(many(n));
        }
        return shelves;
    }

    /** Reserves a unit of the one item. */
    Receipt reserveOfOne() {
        return reserve(ONE, orders.incrementAndGet());
    }

    /** Reserves a unit of one of as many items as there are clients. */
    Receipt reserveOfMany() {
        long order = orders.incrementAndGet();
        return reserve(many(order % Load.CLIENTS), order);
    }

    private Receipt reserve(String item, long order) {
        return send(new SetReservation(item, "order-" + order, "1", 1, 1, 0));
    }

    private void fill(String item) {
        send(new RegisterStockItem(item, StockItemId.skuOf(item), "Thing", 0, 0, 0, null));
        send(new ReceiveStock(item, 1_000_000_000, null, null));
    }

    private static String many(long n) {
        return StockItemId.of("MANY-" + n);
    }

    private Receipt send(StockCommand command) {
        return dispatch.send(command, SERVICE, Receipt.class);
    }

    @Override
    public void close() {
        node.close();
    }
}
