package io.ordertrail.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.CommandGuard;
import io.ordertrail.command.kernel.Remembered;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.kernel.ProcessedCommands;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.decision.OrderContext;
import io.ordertrail.model.order.difference.Difference;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What all decisions of an order have in common: each is made once, on the version that its sender expects, and what
 * follows from it is asked at once. What an order remembers is its {@link OrderState}, and what it still has to ask its
 * {@link Difference}.
 */
abstract class OrderDecider implements Remembered {

    /** Far more than ever follow from one decision: better no decision than one without end. */
    private static final int MOST_ROUNDS = 1000;

    /**
     * Set by the first event, before anything is asked of the order. Axon must find no id, not even an empty one, till
     * then.
     */
    @AggregateIdentifier
    private String id;

    @SuppressWarnings("NullAway.Init") // Set with the id.
    private OrderState state;

    /** Rule O7: every command that was accepted. */
    private ProcessedCommands processed = ProcessedCommands.all();

    /** What follows the placing at once. */
    Receipt open() {
        return settle(state.placedAt());
    }

    /** Rule O7: the answer that the command of this id was given before. */
    Optional<Receipt> answerTo(String commandId) {
        return processed.answerTo(id, commandId);
    }

    /** Rule O7, and If-Match: neither a repeat nor a decision on an old version reaches a handler. */
    @CommandHandlerInterceptor
    @Nullable
    Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return CommandGuard.admit(id, processed, command, chain);
    }

    /** Decides on a command that {@link OrderHandler} or {@link RefundAccountHandler} has to look something up for. */
    Receipt decide(
            CommandMessage<?> command, Clock clock, Function<OrderContext, List<? extends OrderEvent>> decision) {
        return CommandGuard.before(id, processed, command)
                .orElseGet(() -> decide(command.getMetaData(), clock, decision));
    }

    @EventSourcingHandler
    void on(
            OrderEvent event,
            @SequenceNumber long version,
            @Timestamp Instant recordedAt,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        id = event.orderId();
        state = event instanceof OrderCreated created
                ? OrderState.of(created, recordedAt)
                : state.evolve(event, recordedAt);
        processed = processed.with(commandId, version);
    }

    @EventSourcingHandler
    void on(Known<OrderState> known) {
        id = known.id();
        state = known.state();
        processed = Objects.requireNonNull(known.processed());
    }

    @Override
    public Known<OrderState> known() {
        return new Known<>(id, state, processed);
    }

    final Receipt decide(MetaData sender, Clock clock, Function<OrderContext, List<? extends OrderEvent>> decision) {
        List<? extends OrderEvent> events = decision.apply(new OrderContext(state, Caller.of(sender), clock));
        events.forEach(event -> apply(event));
        return events.isEmpty()
                ? receipt().again()
                : settle(events.get(events.size() - 1).at());
    }

    /** Rule W2: whatever has changed, what follows from it is asked, until nothing more follows. */
    private Receipt settle(Instant at) {
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            List<OrderEvent> next = Difference.of(state, at);
            if (next.isEmpty()) {
                return receipt();
            }
            next.forEach(event -> apply(event));
        }
        throw new IllegalStateException("No end of what follows for " + id);
    }

    private Receipt receipt() {
        return Receipt.of(Objects.requireNonNull(id), getVersion());
    }
}
