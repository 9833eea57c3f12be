package io.ordertrail.command.process;

import io.ordertrail.api.customer.CustomerCommand.FinishErasure;
import io.ordertrail.api.customer.CustomerEvent.CustomerErased;
import io.ordertrail.api.customer.CustomerEvent.ErasureBegun;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.order.OrderCourseCommand.EraseOrderData;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.time.Duration;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Between a customer who is forgotten and their orders. */
final class ErasurePolicy {

    static final String NAME = "erasure";

    /** An order whose placing began before the erasure is stored by then, or never. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);

    /** What stands in the way then, a legal hold or an order that was just being placed, is told as a stuck step. */
    @EventHandler
    void on(ErasureBegun event, @SequenceNumber long version, StepOutbox steps) {
        steps.insistAt(
                new StepId(NAME, CustomerId.stream(event.customerId()), "finish-erasure", "", version),
                event.at().plus(UNDER_WAY),
                new FinishErasure(event.customerId()));
    }

    /** The order says so itself: its views and whoever reads it learn of it as of any other change. */
    @EventHandler
    void on(CustomerErased event, StepOutbox steps) {
        event.orders().forEach(order -> steps.insist(StepId.of(NAME, order, "erase-order"), new EraseOrderData(order)));
    }
}
