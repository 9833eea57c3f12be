package io.ordertrail.command.fulfilment;

/** Says what an order is worth; settled by the order's own events and nothing else. */
@FunctionalInterface
interface Worths {

    /** @param version sequence number of the last event to count */
    Worth asOf(String orderId, long version);
}
