package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What 16 clients do to one account, and to one order beside 16 orders (R6). */
public final class Contention {

    private static final String EURO =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"reference\":\"till 3\"}";
    private static final String NOTE = "{\"text\":\"the customer called\",\"visibility\":\"INTERNAL\"}";
    /** Then it is another order's turn, so that none has a stream longer than any other's. */
    private static final int NOTES = 160;

    private Contention() {}

    public static void account(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Client client = service.client();
            String account = Shop.account(client, "c-1");
            String deposits = "/api/v1/accounts/" + account + "/deposits";
            Load.perSecond(bench.warmUp(), () -> client.post(deposits, EURO));
            bench.report()
                    .add(
                            "one account, movements a second",
                            store,
                            bench.rates(() -> client.post(deposits, EURO)),
                            "",
                            "≥ 1,000");
        }
    }

    public static void order(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Notes one = new Notes(service.client(), 1);
            Notes sixteen = new Notes(service.client(), Load.CLIENTS);
            Load.perSecond(bench.warmUp().dividedBy(2), sixteen::write);
            Load.perSecond(bench.warmUp().dividedBy(2), one::write);
            bench.report()
                    .add(
                            "R6 notes a second, 16 clients on one order ÷ on 16 orders",
                            store,
                            bench.compare(() -> bench.perSecond(one::write), () -> bench.perSecond(sixteen::write)),
                            "",
                            "≥ 0.5");
        }
    }

    /** Notes of so many orders at a time. */
    private static final class Notes {

        private record Order(String path, AtomicInteger left) {}

        private final Client client;
        private final Order[] orders;
        private final AtomicInteger turn = new AtomicInteger();

        Notes(Client client, int many) throws IOException, InterruptedException {
            this.client = client;
            this.orders = new Order[many];
            for (int n = 0; n < many; n++) {
                orders[n] = next();
            }
        }

        private Order next() throws IOException, InterruptedException {
            String id = Client.text("id", client.post("/api/v1/orders", Client.ORDER));
            return new Order("/api/v1/orders/" + id + "/notes", new AtomicInteger(NOTES));
        }

        String write() throws IOException, InterruptedException {
            int mine = Math.floorMod(turn.getAndIncrement(), orders.length);
            Order order = orders[mine];
            if (order.left().getAndDecrement() == 0) {
                // Who has not seen it yet writes to the one before: it makes no difference.
                orders[mine] = next();
            }
            return client.post(order.path(), NOTE);
        }
    }
}
