package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All orders. */
final class OrderRepository extends AggregateRepository<Order> {

    OrderRepository(Builder<Order> builder) {
        super(builder, OrderNotFound::new);
    }
}
