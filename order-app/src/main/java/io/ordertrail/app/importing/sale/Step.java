package io.ordertrail.app.importing.sale;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order after it was placed.
 *
 * @param units of each line of the order; empty where it happened to all that was left
 * @param amount of money that moved, with the currency's digits; null where the service knows it
 */
public record Step(
        What what,
        Instant at,
        List<Integer> units,
        @Nullable String amount) {

    static Step of(What what, Instant at) {
        return new Step(what, at, List.of(), null);
    }

    /** In the order in which they are told when they happened at the same moment. */
    public enum What {
        PAYMENT(Column.PAID_AT, "payment"),
        SHIPMENT(Column.SHIPPED_AT, "shipment"),
        DELIVERY(Column.DELIVERED_AT, "delivery"),
        CANCELLATION(Column.CANCELLED_AT, "cancellation"),
        RETURN(Column.RETURNED_AT, "return"),
        /** Always the last: how much is owed, the others say. */
        REFUND(Column.REFUNDED_AT, "refund");

        private final Column column;
        private final String word;

        What(Column column, String word) {
            this.column = column;
            this.word = word;
        }

        public Column column() {
            return column;
        }

        public String word() {
            return word;
        }
    }
}
