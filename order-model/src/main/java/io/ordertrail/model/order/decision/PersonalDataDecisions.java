package io.ordertrail.model.order.decision;

import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.api.order.OrderEvent;
import java.util.List;

/** What an order knows about its customer as a person. */
public record PersonalDataDecisions(OrderContext order) {

    public List<OrderEvent> erase() {
        return order.state().isErased() ? List.of() : List.of(new OrderDataErased(order.orderId(), order.now()));
    }

    /** @throws Refused nothing more may be written about this person */
    void mustBeKept() {
        if (order.state().isErased()) {
            throw new Refused(new CustomerIsErased(order.facts().customerId()));
        }
    }
}
