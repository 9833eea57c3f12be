package io.ordertrail.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.decision.OrderContext;
import io.ordertrail.model.order.difference.Difference;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * What all decisions of an order have in common: each is made once, on the version that its sender expects, and what
 * follows from it is asked at once. What an order remembers is its {@link OrderState}, and what it still has to ask its
 * {@link Difference}.
 */
abstract class OrderDecider extends StatefulAggregate<OrderState, OrderEvent> {

    /** Far more than ever follow from one decision: better no decision than one without end. */
    private static final int MOST_ROUNDS = 1000;

    @Override
    protected final void mustBeTheirs() {
        Ownership.require(() -> Optional.of(state().facts().customerId()), () -> new OrderNotFound(id()));
    }

    /** What follows the placing at once. */
    Receipt open() {
        return settle(state().placedAt());
    }

    /** Decides on a command that {@link OrderHandler} or {@link RefundAccountHandler} has to look something up for. */
    Receipt decide(
            CommandMessage<?> command, Clock clock, Function<OrderContext, List<? extends OrderEvent>> decision) {
        return before(command).orElseGet(() -> decide(command.getMetaData(), clock, decision));
    }

    @EventSourcingHandler
    void on(
            OrderEvent event,
            @SequenceNumber long version,
            @Timestamp Instant recordedAt,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        OrderState next = event instanceof OrderCreated created
                ? OrderState.of(created, recordedAt)
                : state().evolve(event, recordedAt);
        become(event.orderId(), next, version, commandId);
    }

    final Receipt decide(MetaData sender, Clock clock, Function<OrderContext, List<? extends OrderEvent>> decision) {
        List<? extends OrderEvent> events = decision.apply(new OrderContext(state(), Caller.of(sender), clock));
        events.forEach(event -> apply(event));
        return events.isEmpty()
                ? receipt().again()
                : settle(events.get(events.size() - 1).at());
    }

    /** Rule W2: whatever has changed, what follows from it is asked, until nothing more follows. */
    private Receipt settle(Instant at) {
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            List<OrderEvent> next = Difference.of(state(), at);
            if (next.isEmpty()) {
                return receipt();
            }
            next.forEach(event -> apply(event));
        }
        throw new IllegalStateException("No end of what follows for " + id());
    }
}
