package io.ordertrail.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApplyEdit;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.OrderCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.command.Admission;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.CurrencyUnit;
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

    /**
     * What follows the placing at once. For what needs neither stock nor payment, nothing is waited for.
     *
     * @param tracked the lines to be asked of stock
     * @param payment how it is to be paid, where that was said
     */
    Receipt open(List<StockLine> tracked, @Nullable PaymentChoice payment) {
        if (!tracked.isEmpty()) {
            apply(new OrderStockRequested(id, tracked, state.placedAt()));
        }
        if (payment != null) {
            apply(new OrderPaymentChosen(id, payment, state.placedAt()));
        }
        confirmOnceReady(state.placedAt());
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

    /** The same for what comes past {@link OrderDesk}. */
    Receipt admitted(CommandMessage<?> command, Supplier<Receipt> decision) {
        try {
            return (Receipt) Objects.requireNonNull(admit(command, decision::get));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Admitting a command throws nothing of its own", e);
        }
    }

    @CommandHandler
    Receipt handle(RecordPayment command, MetaData metaData, Clock clock) {
        WellFormed.check(command, currency());
        PaymentNews news = new PaymentNews(state);
        if (Caller.of(metaData).is(Caller.SERVICE)) {
            news.heard(command, news(command.at(), clock)).forEach(AggregateLifecycle::apply);
        } else {
            news.mayBeSaidByStaff(command, Caller.of(metaData));
            apply(PaymentNews.processed(command, BusinessTime.of(command.at(), state.placedAt(), clock)));
        }
        confirmOnceReady(state.paidAt());
        return receipt();
    }

    @CommandHandler
    Receipt handle(RecordRefund command, MetaData metaData, Clock clock) {
        Caller.of(metaData).mustBe(Caller.SERVICE);
        WellFormed.check(command, currency());
        return happened(new PaymentNews(state).refunded(command, news(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(WaivePayment command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        Caller.of(metaData).mustBe(Caller.SUPERVISOR);
        allow(OrderAction.WAIVE_PAYMENT);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        apply(new PaymentWaived(id, command.reason(), at));
        confirmOnceReady(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(HoldOrder command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        Caller.of(metaData).mustBeStaffOrService();
        allow(OrderAction.HOLD);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new OrderHeld(id, command.reason(), command.note(), at));
    }

    @CommandHandler
    Receipt handle(ReleaseOrder command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        Caller.of(metaData).mustBeStaffOrService();
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
        List<LineQuantity> lines = rules.withinReady(command.lines());
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
    Receipt handle(WithdrawShipment command, Clock clock) {
        Parcel parcel = rules().undispatched(command.shipmentId());
        Instant at = BusinessTime.of(command.at(), parcel.approvedAt(), clock);
        return happened(new ShipmentWithdrawn(id, command.shipmentId(), parcel.lines(), at));
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

    @CommandHandler
    Receipt handle(RecordStockReserved command, MetaData metaData, Clock clock) {
        Instant now = service(metaData, clock);
        new StockNews(state, now).reserved(command).forEach(AggregateLifecycle::apply);
        confirmOnceReady(now);
        return receipt();
    }

    @CommandHandler
    Receipt handle(RecordStockRejected command, MetaData metaData, Clock clock) {
        return happened(new StockNews(state, service(metaData, clock)).rejected(command));
    }

    @CommandHandler
    Receipt handle(RecordBackorderFilled command, MetaData metaData, Clock clock) {
        return happened(new StockNews(state, service(metaData, clock)).filled(command));
    }

    @CommandHandler
    Receipt handle(ExpireOrder command, MetaData metaData, Clock clock) {
        return happened(TimeIsOver.expire(state, service(metaData, clock)));
    }

    @CommandHandler
    Receipt handle(ReportOverdue command, MetaData metaData, Clock clock) {
        return happened(TimeIsOver.overdue(state, service(metaData, clock)));
    }

    @CommandHandler
    Receipt handle(RequestReturn command, MetaData metaData, Clock clock, ReturnWindow window) {
        WellFormed.check(command);
        allow(OrderAction.REQUEST_RETURN);
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new ReturnDecisions(state).request(command, Caller.of(metaData), window, at));
    }

    @CommandHandler
    Receipt handle(RecordReturn command, MetaData metaData, Clock clock) {
        return happened(new ReturnDecisions(state).news(command, service(metaData, clock)));
    }

    /**
     * Works out an edit. Not a command handler, since {@link OrderDesk} must look first which SKUs are tracked.
     *
     * @param tracked those of the new lines' SKUs
     */
    Receipt propose(ProposeEdit command, Set<String> tracked, Clock clock) {
        EditCheck.check(command, state.ordered().lines().keySet(), currency());
        allow(OrderAction.EDIT).newEdit(command.editId());
        Instant at = BusinessTime.of(command.at(), state.placedAt(), clock);
        return happened(new EditDecisions(state).propose(command, tracked, at));
    }

    @CommandHandler
    Receipt handle(ApplyEdit command, Clock clock) {
        OrderEditProposed edit = new EditDecisions(state).proposed(command);
        allow(OrderAction.EDIT);
        Instant at = BusinessTime.of(command.at(), edit.at(), clock);
        apply(EditDecisions.made(edit, at));
        confirmOnceReady(at);
        return receipt();
    }

    @CommandHandler
    Receipt handle(ReportProblem command, MetaData metaData, Clock clock) {
        Instant now = service(metaData, clock);
        WellFormed.check(command);
        return happened(Problems.reported(state, command, now));
    }

    @CommandHandler
    Receipt handle(ResolveProblem command, MetaData metaData, Clock clock) {
        WellFormed.check(command);
        return happened(Problems.resolved(state, command, Caller.of(metaData), now(clock)));
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

    private CurrencyUnit currency() {
        return state.facts().funds().value().getCurrencyUnit();
    }

    private Instant now(Clock clock) {
        return BusinessTime.of(null, state.placedAt(), clock);
    }

    /** Now, for what only the service itself says. */
    private Instant service(MetaData metaData, Clock clock) {
        Caller.of(metaData).mustBe(Caller.SERVICE);
        return now(clock);
    }

    /** When news happened. Its clock may be another, and it is taken in all the same. */
    private Instant news(@Nullable Instant told, Clock clock) {
        Instant now = now(clock);
        return told == null || told.isAfter(now)
                ? now
                : BusinessTime.latest(told.truncatedTo(ChronoUnit.MICROS), state.placedAt());
    }

    private void confirmOnceReady(Instant at) {
        if (state.facts().awaitsNothingMoreThanConfirmation()) {
            apply(new OrderConfirmed(id, at));
        }
    }

    private void completeOnceDelivered(Instant at) {
        if (state.facts().allDelivered()) {
            apply(new OrderCompleted(id, state.lastDelivery(at)));
        }
    }

    private Receipt happened(OrderEvent event) {
        return happened(List.of(event));
    }

    private Receipt happened(List<OrderEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return receipt();
    }

    private Receipt receipt() {
        return Receipt.of(id, getVersion());
    }
}
