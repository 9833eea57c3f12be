package io.ordertrail.app.importing;

import java.time.Instant;

/** Something that happened to an order after it was placed. */
record Step(What what, Instant at) {

    /** In the order in which they are told when they happened at the same moment. */
    enum What {
        PAYMENT(Column.PAID_AT, "payment"),
        SHIPMENT(Column.SHIPPED_AT, "shipment"),
        DELIVERY(Column.DELIVERED_AT, "delivery"),
        CANCELLATION(Column.CANCELLED_AT, "cancellation");

        private final Column column;
        private final String word;

        What(Column column, String word) {
            this.column = column;
            this.word = word;
        }

        Column column() {
            return column;
        }

        String word() {
            return word;
        }
    }
}
