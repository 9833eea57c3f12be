package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.model.order.goods.Quantities;
import java.util.List;

/** What keeps goods from leaving, or from leaving in time. */
public record HoldDecisions(OrderContext order) {

    public List<OrderEvent> hold(HoldOrder command) {
        order.allow(OrderAction.HOLD);
        return List.of(new OrderHeld(order.orderId(), command.reason(), command.note(), order.at(command.at())));
    }

    public List<OrderEvent> release(ReleaseOrder command) {
        order.allow(OrderAction.RELEASE);
        return List.of(new OrderReleased(
                order.orderId(),
                command.note(),
                order.at(command.at(), order.state().heldAt())));
    }

    /** A deadline: nothing where all has left by now. */
    public List<OrderEvent> overdue(ReportOverdue command) {
        Quantities goods = order.facts().goods();
        return !order.facts().imported()
                        && order.facts().lifecycle() == OrderLifecycle.CONFIRMED
                        && goods.shipped() < goods.wanted()
                ? List.of(new OrderOverdue(command.orderId(), order.now()))
                : List.of();
    }
}
