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
import io.ordertrail.api.order.OrderLifecycle;
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
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.Funds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each event changes of the facts about an order as a whole. It never refuses: what has happened has happened. */
final class FactsFold {

    private static final Fold<OrderFacts, OrderEvent> FOLD = Fold.<OrderFacts, OrderEvent>over(OrderEvent.class)
            .first(OrderCreated.class)
            .on(OrderConfirmed.class, (facts, e) -> facts.become(OrderLifecycle.CONFIRMED))
            .on(OrderCompleted.class, (facts, e) -> facts.become(OrderLifecycle.COMPLETED))
            .on(
                    OrderCancelled.class,
                    (facts, e) -> facts.with(facts.funds().end()).become(OrderLifecycle.CANCELLED))
            .on(OrderHeld.class, (facts, e) -> facts.hold(e.reason()))
            .on(OrderReleased.class, (facts, e) -> facts.hold(null))
            .on(OrderProblemReported.class, FactsFold::reported)
            .on(OrderProblemResolved.class, FactsFold::resolved)
            .on(OrderEdited.class, GoodsSteps::edited)
            .on(OrderLinesCancelled.class, GoodsSteps::cancelled)
            .on(ShipmentApproved.class, (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::approve))
            .on(ShipmentWithdrawn.class, (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::withdraw))
            .on(OrderShipped.class, (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::ship))
            .on(OrderDelivered.class, (facts, e) -> GoodsSteps.move(facts, e.lines(), Quantities::deliver))
            .on(ShipmentResolved.class, GoodsSteps::resolved)
            .on(StockAsked.class, StockSteps::asked)
            .on(StockAnswered.class, StockSteps::answered)
            .on(StockAskTakenOver.class, StockSteps::takenOver)
            .on(PaymentAsked.class, AskSteps::begun)
            .on(CaptureAsked.class, AskSteps::capture)
            .on(VoidAsked.class, AskSteps::giveUp)
            .on(RefundAsked.class, AskSteps::refund)
            .on(AskRefused.class, AskSteps::refused)
            .on(AskRetried.class, (facts, e) -> AskSteps.retried(StockSteps.retried(facts, e), e))
            .on(PaymentProcessed.class, AnswerSteps::processed)
            .on(RefundRecorded.class, AnswerSteps::refunded)
            .on(
                    ChargebackReversed.class,
                    (facts, e) -> facts.pay(
                            e.paymentId(),
                            payment -> payment.chargeBack(e.amount().negated())))
            .on(DebtSettled.class, AnswerSteps::settled)
            .on(PaymentWaived.class, (facts, e) -> facts.waive())
            .on(ReturnRecorded.class, ReturnSteps::recorded)
            .on(
                    ReturnAccountNamed.class,
                    (facts, e) -> ReturnSteps.money(facts, e.returnId(), money -> money.credit(e.creditAccountId())))
            .on(ReturnSettled.class, (facts, e) -> ReturnSteps.money(facts, e.returnId(), ReturnMoney::settle))
            .ignoring(
                    OrderNoteAdded.class,
                    OrderEditProposed.class,
                    OrderExpired.class,
                    OrderOverdue.class,
                    AddressChanged.class,
                    ShipmentUndelivered.class)
            .complete();

    private FactsFold() {}

    static OrderFacts next(OrderFacts facts, OrderEvent event) {
        return FOLD.next(facts, event);
    }

    static OrderFacts first(OrderCreated order) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        order.lines().forEach(line -> lines.put(line.lineId(), Quantities.ordered(line.quantity())));
        return new OrderFacts(
                OrderLifecycle.PENDING,
                null,
                order.paymentTerms(),
                order.channel().equals(OrderCreated.IMPORT),
                false,
                order.customerId(),
                order.payment(),
                Collections.unmodifiableMap(lines),
                Map.of(),
                Funds.owing(order.totals().grand()),
                Map.of(),
                List.of());
    }

    private static OrderFacts reported(OrderFacts facts, OrderProblemReported e) {
        List<OrderView.Problem> more = new ArrayList<>(facts.openProblems());
        more.add(new OrderView.Problem(e.problemId(), e.code(), e.detail(), e.at()));
        return facts.withProblems(List.copyOf(more));
    }

    private static OrderFacts resolved(OrderFacts facts, OrderProblemResolved e) {
        return facts.withProblems(facts.openProblems().stream()
                .filter(open -> !open.id().equals(e.problemId()))
                .toList());
    }
}
