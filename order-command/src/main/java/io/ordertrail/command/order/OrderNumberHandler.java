package io.ordertrail.command.order;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.view.OrderQuery.FindOrderKey;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.command.account.AccountOwners;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Tells whose a number is: where it was given that is known from the moment on in which the order was placed. */
final class OrderNumberHandler {

    private final OrderNames names;
    private final AccountOwners owners;

    OrderNumberHandler(OrderNames names, AccountOwners owners) {
        this.names = names;
        this.owners = owners;
    }

    @QueryHandler
    OrderKey handle(FindOrderKey query) {
        OrderNotFound notThere = new OrderNotFound(query.number());
        Optional<String> found = names.ownerOfNumber(query.number());
        Ownership.require(() -> found.flatMap(owners::customerOf), () -> notThere);
        return found.map(orderId -> new OrderKey(orderId, query.number())).orElseThrow(() -> new Refused(notThere));
    }
}
