package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
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
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalDenied;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalExpired;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalGiven;
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
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrderView.Cancellation;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What each event means for an order: for the facts about it as a whole, and for what it remembers of its parts. It
 * never refuses: what has happened has happened.
 */
final class OrderFold {

    private static final OrderSteps STEPS = new OrderSteps()
            .on(OrderConfirmed.class, (facts, e) -> facts.withLifecycle(OrderLifecycle.CONFIRMED), Deadlines::confirmed)
            .facts(OrderCompleted.class, (facts, e) -> facts.withLifecycle(OrderLifecycle.COMPLETED))
            .on(
                    OrderCancelled.class,
                    (facts, e) -> facts.withFunds(facts.funds().end()).withLifecycle(OrderLifecycle.CANCELLED),
                    OrderFold::cancelled)
            .on(OrderHeld.class, (facts, e) -> facts.withHold(e.reason()), (state, e) -> state.withHeldAt(e.at()))
            .facts(OrderReleased.class, (facts, e) -> facts.withHold(null))
            .facts(OrderProblemReported.class, OrderFold::reported)
            .on(OrderProblemResolved.class, OrderFold::closed, OrderFold::resolved)
            .parts(OrderEditProposed.class, OrderFold::proposed)
            .on(
                    OrderEdited.class,
                    GoodsSteps::edited,
                    (state, e) -> state.withOrdered(state.ordered().edited(e)).withoutEdits())
            .on(OrderLinesCancelled.class, GoodsSteps::cancelled, (state, e) -> state.withoutEdits())
            .parts(OrderOverdue.class, (state, e) -> Deadlines.overdue(state))
            .parts(AddressChanged.class, OrderFold::readdressed)
            .on(
                    ShipmentApproved.class,
                    (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::approve),
                    Parcels::approved)
            .on(
                    ShipmentWithdrawn.class,
                    (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::withdraw),
                    Parcels::withdrawn)
            .on(
                    OrderShipped.class,
                    (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::ship),
                    Parcels::dispatched)
            .on(
                    OrderDelivered.class,
                    (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::deliver),
                    Parcels::delivered)
            .parts(ShipmentUndelivered.class, Parcels::undelivered)
            .on(ShipmentResolved.class, GoodsSteps::resolved, Parcels::resolved)
            .facts(StockAsked.class, StockSteps::asked)
            .facts(StockAnswered.class, StockSteps::answered)
            .facts(StockAskTakenOver.class, StockSteps::takenOver)
            .facts(PaymentAsked.class, AskSteps::begun)
            .facts(CaptureAsked.class, AskSteps::capture)
            .facts(VoidAsked.class, AskSteps::giveUp)
            .on(RefundAsked.class, AskSteps::refund, (state, e) -> money(state, all -> all.asked(e)))
            .on(
                    AskRefused.class,
                    AskSteps::refused,
                    (state, e) -> Deadlines.refused(money(state, all -> all.refused(e)), e))
            .facts(AskRetried.class, (facts, e) -> AskSteps.retried(StockSteps.retried(facts, e), e))
            .on(
                    PaymentProcessed.class,
                    AnswerSteps::processed,
                    (state, e) -> Deadlines.promised(money(state, all -> all.processed(e)), e))
            .on(RefundRecorded.class, AnswerSteps::refunded, (state, e) -> money(state, all -> all.refunded(e)))
            .on(
                    ChargebackReversed.class,
                    (facts, e) -> facts.pay(
                            e.paymentId(),
                            payment -> payment.chargeBack(e.amount().negated())),
                    (state, e) -> money(state, all -> all.reversed(e)))
            .on(DebtSettled.class, AnswerSteps::settled, (state, e) -> money(state, all -> all.settled(e)))
            .parts(
                    ApprovalAsked.class,
                    (state, e) -> state.withApprovals(state.approvals().asked(e)))
            .parts(
                    ApprovalGiven.class,
                    (state, e) -> state.withApprovals(state.approvals().ended(e.number())))
            .parts(
                    ApprovalDenied.class,
                    (state, e) -> state.withApprovals(state.approvals().ended(e.number())))
            .parts(
                    ApprovalExpired.class,
                    (state, e) -> state.withApprovals(state.approvals().ended(e.number())))
            .facts(PaymentWaived.class, (facts, e) -> facts.withWaived(true))
            .facts(ReturnRecorded.class, ReturnSteps::recorded)
            .facts(
                    ReturnAccountNamed.class,
                    (facts, e) -> ReturnSteps.money(facts, e.returnId(), money -> money.credit(e.creditAccountId())))
            .facts(ReturnSettled.class, (facts, e) -> ReturnSteps.money(facts, e.returnId(), ReturnMoney::settle))
            .on(OrderDataErased.class, (facts, e) -> Erased.in(facts), (state, e) -> state.erased())
            .ignoring(OrderNoteAdded.class, OrderExpired.class);

    private static final Fold<OrderFacts, OrderEvent> FACTS = STEPS.ofFacts();
    private static final Fold<OrderState, OrderEvent> PARTS = STEPS.ofParts();

    private OrderFold() {}

    static OrderFacts next(OrderFacts facts, OrderEvent event) {
        return FACTS.next(facts, event);
    }

    static OrderState next(OrderState before, OrderEvent event, Instant recordedAt) {
        OrderFacts facts = next(before.facts(), event);
        return Deadlines.ahead(PARTS.next(before.withFacts(facts).withRecordedAt(recordedAt), event));
    }

    private static OrderFacts reported(OrderFacts facts, OrderProblemReported e) {
        List<OrderView.Problem> more = new ArrayList<>(facts.openProblems());
        more.add(new OrderView.Problem(e.problemId(), e.code(), e.detail(), e.at()));
        return facts.withOpenProblems(List.copyOf(more));
    }

    private static OrderFacts closed(OrderFacts facts, OrderProblemResolved e) {
        return facts.withOpenProblems(facts.openProblems().stream()
                .filter(open -> !open.id().equals(e.problemId()))
                .toList());
    }

    private static OrderState cancelled(OrderState state, OrderCancelled e) {
        return state.withCancellation(new Cancellation(e.reason(), e.note(), e.at()));
    }

    private static OrderState proposed(OrderState state, OrderEditProposed e) {
        Map<String, Proposal> more = new LinkedHashMap<>(state.edits());
        more.put(e.editId(), new Proposal(e, false));
        return state.withEdits(Collections.unmodifiableMap(more));
    }

    /** What an address is not given for stays as it is. */
    private static OrderState readdressed(OrderState state, AddressChanged e) {
        OrderState shipped = e.shippingAddress() == null ? state : state.withShippingAddress(e.shippingAddress());
        return e.billingAddress() == null ? shipped : shipped.withBillingAddress(e.billingAddress());
    }

    private static OrderState resolved(OrderState state, OrderProblemResolved e) {
        SortedSet<String> more = new TreeSet<>(state.resolved());
        more.add(e.problemId());
        return state.withResolved(Collections.unmodifiableSortedSet(more));
    }

    private static OrderState money(OrderState state, UnaryOperator<Transactions> step) {
        return state.withTransactions(step.apply(state.transactions()));
    }
}
