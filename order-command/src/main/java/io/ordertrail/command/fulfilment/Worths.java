package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import java.util.Optional;

/** Says what an order is worth, and whether it was called off; settled by the order's own events and nothing else. */
interface Worths {

    /** @param version sequence number of the last event to count */
    Worth asOf(String orderId, long version);

    /** Of an order that is cancelled by now. Empty for an imported one: its end is history, and what is open is for staff. */
    Optional<OrderCancelled> cancellationOf(String orderId);
}
