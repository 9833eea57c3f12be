package io.ordertrail.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.command.Admission;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An order decides what may be done to it. What it remembers is its {@link OrderState}; what it checks is {@link OrderRules}. */
@Aggregate(type = "order", repository = "orderRepository")
final class Order {

    /** Set by the first event, before anything is asked of the order. Axon must find no id, not even an empty one, till then. */
    @AggregateIdentifier
    private String id;

    private OrderState state;

    /** Places the order; {@link OrderDesk} has seen to its names and its price. */
    static Order place(OrderCreated created) {
        Order order = new Order();
        apply(created);
        return order;
    }

    /** For what needs no payment, nothing is waited for. */
    Receipt open() {
        confirmOncePaid(state.placedAt());
        return receipt();
    }

    /** Rule O7: the answer that the command of this id was given before. */
    Optional<Receipt> answerTo(String commandId) {
        return state.handled().answerTo(id, commandId);
    }

    /** Rule O7, and If-Match: neither a repeat nor a decision on an old version reaches a handler. */
    @CommandHandlerInterceptor
    @Nullable
    Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return Admission.admit(id, state.handled(), command, chain);
    }

    @CommandHandler
    Receipt handle(RecordPayment command, Clock clock) {
        WellFormed.check(command, state.facts().funds().value().getCurrencyUnit());
        OrderRules rules = allow(OrderAction.PAY);
        rules.newPayment(command.paymentId());
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        apply(new PaymentProcessed(
                id, command.paymentId(), command.kind(), command.method(), command.amount(), command.reference(), at));
        confirmOncePaid(state.paidAt());
        return receipt();
    }

    @CommandHandler
    Receipt handle(WaivePayment command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        Caller.of(metaData).mustBe(Caller.SUPERVISOR);
        allow(OrderAction.WAIVE_PAYMENT);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        apply(new PaymentWaived(id, command.reason(), at));
        confirmOncePaid(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(HoldOrder command, Clock clock) {
        WellFormed.check(command);
        allow(OrderAction.HOLD);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new OrderHeld(id, command.reason(), command.note(), at));
    }

    @CommandHandler
    Receipt handle(ReleaseOrder command, Clock clock) {
        WellFormed.check(command);
        allow(OrderAction.RELEASE);
        Instant at = BusinessTime.of(command.at(), state.heldAt(), clock);
        return happened(new OrderReleased(id, command.note(), at));
    }

    @CommandHandler
    Receipt handle(ApproveShipment command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        OrderRules rules = allow(OrderAction.SHIP);
        rules.newShipment(command.shipmentId());
        rules.unpaidInvoiceShipsByStaff(Caller.of(metaData));
        List<LineQuantity> lines = rules.withinOpen(command.lines());
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new ShipmentApproved(id, command.shipmentId(), lines, at));
    }

    @CommandHandler
    Receipt handle(RecordShipped command, Clock clock) {
        WellFormed.check(command);
        Parcel parcel = rules().undispatched(command.shipmentId());
        allow(OrderAction.DISPATCH);
        Instant at = BusinessTime.of(command.at(), parcel.approvedAt(), clock);
        return happened(new OrderShipped(
                id, command.shipmentId(), parcel.lines(), command.carrier(), command.trackingNumber(), at));
    }

    @CommandHandler
    Receipt handle(RecordDelivered command, Clock clock) {
        Parcel parcel = rules().underWay(command.shipmentId());
        allow(OrderAction.DELIVER);
        Instant at = BusinessTime.of(command.at(), parcel.leftAt(), clock);
        apply(new OrderDelivered(id, command.shipmentId(), parcel.lines(), at));
        completeOnceDelivered(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(CancelOrder command, Clock clock) {
        WellFormed.check(command);
        allow(OrderAction.CANCEL);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new OrderCancelled(id, command.reason(), command.note(), at));
    }

    @CommandHandler
    Receipt handle(CancelLines command, Clock clock) {
        WellFormed.check(command);
        OrderRules rules = allow(OrderAction.CANCEL_LINES);
        Cancelled cancelled = Cancelled.of(state, rules.withinOpen(command.lines()));
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        apply(new OrderLinesCancelled(id, cancelled.lines(), cancelled.value(), command.reason(), command.note(), at));
        completeOnceDelivered(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(AddNote command, Clock clock) {
        WellFormed.check(command);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new OrderNoteAdded(id, command.text(), command.visibility(), at));
    }

    @EventSourcingHandler
    void on(
            OrderEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        id = event.orderId();
        state = event instanceof OrderCreated created ? OrderState.of(created) : state.evolve(event);
        state = state.handled(commandId, version);
    }

    private OrderRules rules() {
        return new OrderRules(state);
    }

    private OrderRules allow(OrderAction action) {
        return rules().allow(action);
    }

    private void confirmOncePaid(Instant at) {
        if (rules().awaitsNothingMoreThanConfirmation()) {
            apply(new OrderConfirmed(id, at));
        }
    }

    private void completeOnceDelivered(Instant at) {
        if (state.facts().allDelivered()) {
            apply(new OrderCompleted(id, state.lastDelivery(at)));
        }
    }

    private Receipt happened(OrderEvent event) {
        apply(event);
        return receipt();
    }

    private Receipt receipt() {
        return Receipt.of(id, getVersion());
    }
}
