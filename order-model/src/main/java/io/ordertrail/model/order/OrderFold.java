package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.view.OrderView.Cancellation;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.model.order.money.Transactions;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What each event means for the state: for the facts what {@link FactsFold} says, and here what the order remembers of
 * its parts. It never refuses: what has happened has happened.
 */
final class OrderFold {

    private static final Fold<OrderState, OrderEvent> FOLD = Fold.<OrderState, OrderEvent>over(OrderEvent.class)
            .first(OrderCreated.class)
            .on(OrderConfirmed.class, Deadlines::confirmed)
            .on(OrderOverdue.class, (state, e) -> Deadlines.overdue(state))
            .on(OrderHeld.class, (state, e) -> state.with(it -> it.heldAt = e.at()))
            .on(OrderCancelled.class, OrderFold::cancelled)
            .on(OrderLinesCancelled.class, (state, e) -> state.withoutEdits())
            .on(OrderEditProposed.class, OrderFold::proposed)
            .on(
                    OrderEdited.class,
                    (state, e) ->
                            state.with(it -> it.ordered = it.ordered.edited(e)).withoutEdits())
            .on(AddressChanged.class, OrderFold::readdressed)
            .on(ShipmentApproved.class, Parcels::approved)
            .on(ShipmentWithdrawn.class, Parcels::withdrawn)
            .on(OrderShipped.class, Parcels::dispatched)
            .on(OrderDelivered.class, Parcels::delivered)
            .on(ShipmentUndelivered.class, Parcels::undelivered)
            .on(ShipmentResolved.class, Parcels::resolved)
            .on(PaymentProcessed.class, (state, e) -> Deadlines.promised(money(state, all -> all.processed(e)), e))
            .on(AskRefused.class, (state, e) -> Deadlines.refused(money(state, all -> all.refused(e)), e))
            .on(RefundAsked.class, (state, e) -> money(state, all -> all.asked(e)))
            .on(RefundRecorded.class, (state, e) -> money(state, all -> all.refunded(e)))
            .on(ChargebackReversed.class, (state, e) -> money(state, all -> all.reversed(e)))
            .on(DebtSettled.class, (state, e) -> money(state, all -> all.settled(e)))
            .on(OrderProblemResolved.class, OrderFold::resolved)
            .ignoring(
                    OrderReleased.class,
                    OrderCompleted.class,
                    OrderExpired.class,
                    OrderNoteAdded.class,
                    OrderProblemReported.class,
                    StockAsked.class,
                    StockAnswered.class,
                    StockAskTakenOver.class,
                    PaymentAsked.class,
                    CaptureAsked.class,
                    VoidAsked.class,
                    AskRetried.class,
                    PaymentWaived.class,
                    ReturnRecorded.class,
                    ReturnAccountNamed.class,
                    ReturnSettled.class)
            .complete();

    private OrderFold() {}

    static OrderState next(OrderState before, OrderEvent event, Instant recordedAt) {
        OrderFacts facts = before.facts().after(event);
        OrderState state = before.with(it -> {
            it.facts = facts;
            it.recordedAt = recordedAt;
        });
        return Deadlines.ahead(FOLD.next(state, event));
    }

    private static OrderState cancelled(OrderState state, OrderCancelled e) {
        return state.with(it -> it.cancellation = new Cancellation(e.reason(), e.note(), e.at()));
    }

    private static OrderState proposed(OrderState state, OrderEditProposed e) {
        Map<String, Proposal> more = new LinkedHashMap<>(state.edits());
        more.put(e.editId(), new Proposal(e, false));
        return state.with(it -> it.edits = Collections.unmodifiableMap(more));
    }

    /** What an address is not given for stays as it is. */
    private static OrderState readdressed(OrderState state, AddressChanged e) {
        return state.with(it -> {
            it.shippingAddress = e.shippingAddress() == null ? it.shippingAddress : e.shippingAddress();
            it.billingAddress = e.billingAddress() == null ? it.billingAddress : e.billingAddress();
        });
    }

    private static OrderState resolved(OrderState state, OrderProblemResolved e) {
        SortedSet<String> more = new TreeSet<>(state.resolved());
        more.add(e.problemId());
        return state.with(it -> it.resolved = Collections.unmodifiableSortedSet(more));
    }

    private static OrderState money(OrderState state, UnaryOperator<Transactions> step) {
        return state.with(it -> it.transactions = step.apply(it.transactions));
    }
}
