package io.ordertrail.query.report;

/** What orders had sold at any moment: an event that cancels names lines, not what was in them. */
@FunctionalInterface
interface SoldOrders {

    /**
     * What the order had sold before the event of {@code version}, which is not its first.
     *
     * @throws RuntimeException an event before that one cannot be read
     */
    SoldOrder before(String orderId, long version);
}
