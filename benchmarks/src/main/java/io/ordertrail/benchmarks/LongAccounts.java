package io.ordertrail.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/** R3: what a withdrawal costs from an account of 10,000 movements, against one from an account of 10. */
final class LongAccounts {

    private static final int LONG = Integer.getInteger("movements", 10_000);
    private static final int SHORT = 10;
    private static final int A_ROUND = 30;

    private LongAccounts() {}

    /** A row of the table in docs/reference/figures.md: withdrawals a second, one after the other. */
    static String measure(String store, Client client, int rounds) throws Exception {
        String old = client.open();
        fill(client, List.of(old), LONG);
        Deque<String> young = new ArrayDeque<>();
        for (int i = 0; i < (rounds + 1) * A_ROUND; i++) {
            young.add(client.open());
        }
        fill(client, List.copyOf(young), SHORT);
        // The first round is for the just-in-time compiler.
        perSecond(() -> client.withdraw(old));
        perSecond(() -> client.withdraw(young.remove()));
        Ratios ratios = new Ratios();
        for (int round = 0; round < rounds; round++) {
            // A B B A, so that a drift of the machine's speed favours neither.
            double first = round % 2 == 0 ? perSecond(() -> client.withdraw(old)) : 0;
            // Each young account is drawn on once, so that it stays one of few movements.
            double few = perSecond(() -> client.withdraw(young.remove()));
            double many = round % 2 == 0 ? first : perSecond(() -> client.withdraw(old));
            // Times, not rates: how much longer the old account takes.
            ratios.add(few, many);
        }
        return ratios.row("R3 " + store + ", " + LONG + " movements against " + SHORT + " (time ratio)");
    }

    private static void fill(Client client, List<String> accounts, int movements) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (String account : accounts) {
            work.add(() -> {
                for (int i = 0; i < movements; i++) {
                    client.deposit(account);
                }
                return null;
            });
        }
        Load.all(work);
    }

    private static double perSecond(Movement movement) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < A_ROUND; i++) {
            movement.make();
        }
        return A_ROUND * 1e9 / (System.nanoTime() - begin);
    }

    private interface Movement {
        void make() throws IOException, InterruptedException;
    }
}
