package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderRefusal.OrderNotFound;
import io.ordertrail.axon.Refused;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** All orders. A command for one that is not there is refused like any other, instead of failing. */
final class OrderRepository extends EventSourcingRepository<Order> {

    OrderRepository(Builder<Order> builder) {
        super(builder);
    }

    /** The order of this id, if it was ever placed. */
    Optional<Aggregate<Order>> find(String orderId) {
        try {
            return Optional.of(load(orderId));
        } catch (Refused none) {
            if (none.refusal() instanceof OrderNotFound) {
                return Optional.empty();
            }
            throw none;
        }
    }

    @Override
    protected EventSourcedAggregate<Order> doLoadWithLock(String orderId, Long expectedVersion) {
        try {
            return super.doLoadWithLock(orderId, expectedVersion);
        } catch (AggregateNotFoundException none) {
            throw new Refused(new OrderNotFound(orderId));
        }
    }
}
