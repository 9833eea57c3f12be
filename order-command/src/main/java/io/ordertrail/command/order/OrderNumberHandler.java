package io.ordertrail.command.order;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.view.OrderQuery.FindOrderKey;
import org.axonframework.queryhandling.QueryHandler;

/** Tells whose a number is: where it was given that is known from the moment on in which the order was placed. */
final class OrderNumberHandler {

    private final OrderNames names;

    OrderNumberHandler(OrderNames names) {
        this.names = names;
    }

    @QueryHandler
    OrderKey handle(FindOrderKey query) {
        return names.ownerOfNumber(query.number())
                .map(orderId -> new OrderKey(orderId, query.number()))
                .orElseThrow(() -> new Refused(new OrderNotFound(query.number())));
    }
}
