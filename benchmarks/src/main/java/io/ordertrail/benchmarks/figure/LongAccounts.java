package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/** R3: what a withdrawal costs from an account of 10,000 movements, against one from an account of 10. */
public final class LongAccounts {

    private static final int LONG = Integer.getInteger("movements", 10_000);
    private static final int SHORT = 10;
    private static final int A_ROUND = 30;
    private static final String EURO = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}";

    private LongAccounts() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Client client = service.client();
            String old = Shop.account(client, "c-1");
            fill(client, List.of(old), LONG);
            Deque<String> young = new ArrayDeque<>();
            for (int i = 0; i < (bench.rounds() + 1) * A_ROUND; i++) {
                young.add(Shop.account(client, "c-2"));
            }
            fill(client, List.copyOf(young), SHORT);
            // The first round is for the just-in-time compiler.
            seconds(() -> withdraw(client, old));
            seconds(() -> withdraw(client, young.remove()));
            // Each young account is drawn on once, so that it stays one of few movements.
            Samples times = bench.compare(
                    () -> seconds(() -> withdraw(client, old)), () -> seconds(() -> withdraw(client, young.remove())));
            String figure = "R3 time of a withdrawal after " + LONG + " movements ÷ after " + SHORT;
            bench.report().add(figure, store, times, "", "≤ 1.5");
        }
    }

    private static void withdraw(Client client, String account) throws IOException, InterruptedException {
        client.post("/api/v1/accounts/" + account + "/withdrawals", EURO);
    }

    private static void fill(Client client, List<String> accounts, int movements) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (String account : accounts) {
            work.add(() -> {
                for (int i = 0; i < movements; i++) {
                    client.post("/api/v1/accounts/" + account + "/deposits", EURO);
                }
                return null;
            });
        }
        Load.all(work);
    }

    private static double seconds(Movement movement) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < A_ROUND; i++) {
            movement.make();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private interface Movement {
        void make() throws IOException, InterruptedException;
    }
}
