package io.ordertrail.command.payment.sandbox;

import io.ordertrail.command.verification.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sandbox itself says it did: its table, a row a request. */
final class SandboxBooks {

    private static final int BATCH = 500;
    private static final String SUCCEEDED = "SUCCEEDED";

    private final JdbcClient jdbc;
    private final Tally counted;
    private final List<Expected> batch = new ArrayList<>();

    SandboxBooks(JdbcClient jdbc, Tally counted) {
        this.jdbc = jdbc;
        this.counted = counted;
    }

    private record Expected(SandboxRequest request, Money amount) {}

    private record Entry(String paymentId, String operation, String outcome, BigDecimal amount, String currency) {

        boolean is(Expected expected) {
            return paymentId.equals(expected.request.paymentId())
                    && operation.equals(expected.request.operation().name())
                    && outcome.equals(SUCCEEDED)
                    && currency.equals(expected.amount.getCurrencyUnit().getCode())
                    && amount.compareTo(expected.amount.getAmount()) == 0;
        }
    }

    /** An entry of the books. */
    @FunctionalInterface
    interface Reader {
        void read(String providerKey, String paymentId, boolean succeeded);
    }

    /** {@code request} counts as done, with {@code amount}. */
    void mustHave(SandboxRequest request, Money amount) {
        batch.add(new Expected(request, amount));
        if (batch.size() >= BATCH) {
            finish();
        }
    }

    /** Compares all that was told so far. The books are written before an answer is, so none can be on its way. */
    void finish() {
        if (batch.isEmpty()) {
            return;
        }
        Map<String, Entry> entries = new HashMap<>();
        jdbc.sql("select provider_key, payment_id, operation, outcome, amount, currency from sandbox_operation"
                        + " where provider_key in (:keys)")
                .param(
                        "keys",
                        batch.stream().map(each -> each.request.providerKey()).toList())
                .query(row -> {
                    entries.put(
                            row.getString(1),
                            new Entry(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBigDecimal(5),
                                    row.getString(6)));
                });
        batch.forEach(expected -> compare(expected, entries.get(expected.request.providerKey())));
        batch.clear();
    }

    void forEachKey(Reader reader) {
        jdbc.sql("select provider_key, payment_id, outcome from sandbox_operation")
                .withFetchSize(1000)
                .query(row -> {
                    reader.read(
                            row.getString(1), row.getString(2), row.getString(3).equals(SUCCEEDED));
                });
    }

    private void compare(Expected expected, @Nullable Entry entry) {
        counted.look();
        if (entry == null || !entry.is(expected)) {
            counted.breach("%s counts as %s of %s, the sandbox says %s"
                    .formatted(
                            expected.request.providerKey(),
                            expected.request.operation(),
                            expected.amount,
                            entry == null ? "nothing of it" : entry));
        }
    }
}
