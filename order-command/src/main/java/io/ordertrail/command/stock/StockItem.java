package io.ordertrail.command.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.store.Snapshotted;
import io.ordertrail.command.kernel.CommandGuard;
import io.ordertrail.command.kernel.Remembered;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.stock.LineId;
import io.ordertrail.model.stock.Movement;
import io.ordertrail.model.stock.Reservation;
import io.ordertrail.model.stock.StockItemState;
import io.ordertrail.model.stock.StockPolicy;
import io.ordertrail.model.stock.StockRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A SKU at a location decides what is kept of it, and for whom. What it remembers is its {@link StockItemState}; what
 * it checks is {@link StockRules}. Every command that is asked again, for whatever reason, changes nothing.
 */
@Aggregate(type = "stock", repository = "stockItemRepository", snapshotFilter = "currentSnapshots")
final class StockItem implements Snapshotted, Remembered {

    /**
     * Set by the first event, before anything is asked of the item. Axon must find no id, not even an empty one, till
     * then.
     */
    @AggregateIdentifier
    private String id;

    @SuppressWarnings("NullAway.Init") // Set with the id.
    private StockItemState state;

    /** Begins to track a SKU; {@link StockHandler} has seen to its name. */
    static StockItem register(StockItemRegistered registered) {
        StockItem item = new StockItem();
        apply(registered);
        return item;
    }

    /** Rule O7, and If-Match: neither a repeat nor a decision on an old version reaches a handler. */
    @CommandHandlerInterceptor
    @Nullable
    Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return CommandGuard.admit(id, state.commands(), command, chain);
    }

    /** The same for a command that {@link StockHandler} handles: the earlier answer, where it is a repeat. */
    Optional<Receipt> before(CommandMessage<?> command) {
        return CommandGuard.before(id, state.commands(), command);
    }

    Receipt keepAs(RegisterStockItem command, Clock clock) {
        StockPolicy policy = StockPolicy.of(command);
        if (policy.equals(state.policy())) {
            return unchanged();
        }
        Instant at = BusinessTime.of(command.at(), state.registeredAt(), clock);
        apply(new StockPolicyChanged(
                id, policy.name(), policy.safety(), policy.backorderLimit(), policy.reorderPoint(), at));
        fillBackorders(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(ReceiveStock command, Clock clock) {
        Instant at = BusinessTime.of(command.at(), state.registeredAt(), clock);
        apply(new StockReceived(id, command.quantity(), command.reference(), at));
        fillBackorders(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(AdjustStock command, Clock clock) {
        rules().isOnHand(-command.quantity());
        Instant at = BusinessTime.of(command.at(), state.registeredAt(), clock);
        apply(new StockAdjusted(id, command.quantity(), command.reason(), at));
        if (command.quantity() < 0 && state.missing() > 0) {
            apply(new StockShortfallDetected(id, state.missing(), at));
        }
        fillBackorders(at);
        return receipt();
    }

    /** Rule S4: every ask is answered by an event, also where nothing changes. */
    @CommandHandler
    Receipt handle(SetReservation command, Clock clock) {
        if (rules().isAnswered(command)) {
            return unchanged();
        }
        Instant at = BusinessTime.of(null, state.registeredAt(), clock);
        apply(rules().answer(command, at));
        fillBackorders(at);
        return receipt();
    }

    /** Whether this was counted already, as far as the item remembers. */
    boolean remembers(Movement movement) {
        return state.movements().versions().containsKey(movement.key());
    }

    /** What left before the item was tracked was no part of its stock. */
    Receipt dispatch(DispatchStock command, Instant at) {
        if (at.isBefore(state.registeredAt())) {
            return unchanged();
        }
        Reservation line = state.reservations().of(new LineId(command.orderId(), command.lineId()));
        long reserved = Math.min(command.quantity(), line.reserved());
        long backordered = Math.min(command.quantity() - reserved, line.backordered());
        rules().takesFromNobody(command, reserved);
        apply(new StockDispatched(
                id,
                command.orderId(),
                command.lineId(),
                command.shipmentId(),
                command.quantity(),
                reserved,
                backordered,
                at));
        fillBackorders(at);
        return receipt();
    }

    /** The same of what came back. */
    Receipt restock(ReturnStock command, Instant at) {
        if (at.isBefore(state.registeredAt())) {
            return unchanged();
        }
        apply(new StockReturned(id, command.orderId(), command.lineId(), command.returnId(), command.quantity(), at));
        fillBackorders(at);
        return receipt();
    }

    @EventSourcingHandler
    void on(
            StockEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        id = event.itemId();
        state = event instanceof StockItemRegistered registered
                ? StockItemState.of(registered)
                : state.evolve(event, version);
        state = state.handled(commandId, version);
    }

    @EventSourcingHandler
    void on(StockItemSnapshot snapshot) {
        id = snapshot.itemId();
        state = snapshot.state();
    }

    @EventSourcingHandler
    void on(Known<StockItemState> known) {
        id = known.id();
        state = known.state();
    }

    @Override
    public Known<StockItemState> known() {
        return new Known<>(id, state, null);
    }

    @Override
    public StockItemSnapshot snapshot() {
        return StockItemSnapshot.of(id, state);
    }

    /** Process 5: whatever made units available, the lines that wait get them. */
    private void fillBackorders(Instant at) {
        Optional<BackorderFilled> next = rules().nextToFill(at);
        while (next.isPresent()) {
            apply(next.get());
            next = rules().nextToFill(at);
        }
    }

    Receipt receipt() {
        return Receipt.of(id, getVersion());
    }

    /** What was asked for had been done before. */
    Receipt unchanged() {
        return receipt().again();
    }

    private StockRules rules() {
        return new StockRules(state);
    }
}
