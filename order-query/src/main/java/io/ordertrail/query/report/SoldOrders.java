package io.ordertrail.query.report;

/** The sold units of orders at any moment: an event that cancels names lines, not their contents. */
@FunctionalInterface
interface SoldOrders {

    /**
     * What the order had sold before the event of {@code version}, which is not its first.
     *
     * @throws RuntimeException an event before that one cannot be read
     */
    SoldOrder before(String orderId, long version);
}
