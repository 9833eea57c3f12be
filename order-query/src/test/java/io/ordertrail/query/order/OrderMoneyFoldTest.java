package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.status.RefundState;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.view.AskedOperation;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrderView.Ask;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order asked, what it was answered, and what it owes, as people see it. */
class OrderMoneyFoldTest {

    private final OrderCreated order = new Stories(1).placed();
    private final String id = order.orderId();
    private final Instant at = order.at();
    private final Money grand = order.totals().grand();
    private final Money one = Money.ofMinor(order.currency(), 100);
    private final List<OrderEvent> events = new ArrayList<>(List.of(order));

    @Test
    void what_was_asked_is_shown_until_it_is_answered() {
        events.add(new StockAsked(id, List.of(new StockAsk("1", "TEE", 1, 2, 0)), at));
        events.add(authorized());
        events.add(new CaptureAsked(id, "p", 1, grand, at));
        assertThat(view().asks())
                .containsExactly(
                        new Ask("1", 1, AskedOperation.KEEP, null, 2L, at),
                        new Ask("p", 1, AskedOperation.CAPTURE, grand, null, at));
        events.add(new StockAnswered(id, "1", 1, 4, 2, 0, 0, 0, at));
        events.add(new AskRefused(id, "p", 1, PaymentOperation.CAPTURE, "No", 1, Duration.ofMinutes(1), at));
        assertThat(view().asks()).isEmpty();
        events.add(new VoidAsked(id, "p", 2, null, at));
        assertThat(view().asks()).containsExactly(new Ask("p", 2, AskedOperation.VOID, null, null, at));
    }

    @Test
    void a_line_shows_whether_its_sku_is_kept_as_stock() {
        assertThat(view().lines()).noneMatch(OrderView.Line::tracked);
        events.add(new StockAsked(id, List.of(new StockAsk("1", "TEE", 1, 2, 0)), at));
        assertThat(view().lines().get(0).tracked()).isTrue();
    }

    @Test
    void a_refund_shows_how_far_it_has_come_and_each_try_is_one() {
        paid();
        events.add(asked(2, null));
        assertThat(view().refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.state()).isEqualTo(RefundState.ASKED);
            assertThat(refund.id()).isEqualTo("p:refund:2");
        });
        events.add(new AskRefused(id, "p", 2, PaymentOperation.REFUND, "Closed", 1, Duration.ofMinutes(1), at));
        events.add(asked(3, "account-1"));
        events.add(gone(3, RefundKind.GOODWILL, one, "account-1"));
        assertThat(view().refunds())
                .extracting(OrderView.Refund::state, OrderView.Refund::to, OrderView.Refund::reason)
                .containsExactly(
                        tuple(RefundState.REFUSED, null, "Closed"), tuple(RefundState.DONE, "account-1", "late"));
    }

    @Test
    void refunds_that_are_done_and_settlements_that_were_paid_add_up_to_what_went_back() {
        paid();
        events.add(gone(null, RefundKind.CHARGEBACK, grand, null));
        events.add(new ChargebackReversed(id, "p", "b-1", grand, at));
        events.add(new DebtSettled(
                id, "refund-failed:p", DebtSettlement.PAID_ANOTHER_WAY, "p", one, "bank-9", "by hand", at));
        OrderView view = view();
        Money refunds = view.refunds().stream()
                .filter(refund -> refund.state() == RefundState.DONE)
                .map(OrderView.Refund::amount)
                .reduce(Money.zero(order.currency()), Money::plus);
        assertThat(view.settlements())
                .singleElement()
                .satisfies(it -> assertThat(it.how()).isEqualTo(DebtSettlement.PAID_ANOTHER_WAY));
        assertThat(refunds.plus(one)).isEqualTo(view.totals().refunded());
    }

    @Test
    void goodwill_makes_the_order_worth_less_and_nothing_due() {
        paid();
        assertThat(view().totals().worth()).isEqualTo(grand);
        events.add(asked(2, null));
        events.add(gone(2, RefundKind.GOODWILL, one, null));
        assertThat(view().totals().worth()).isEqualTo(grand.minus(one));
        assertThat(view().totals().due().isZero()).isTrue();
    }

    @Test
    void a_return_shows_what_was_accepted_and_whether_it_is_settled() {
        paid();
        List<LineQuantity> unit = List.of(new LineQuantity("1", 1));
        events.add(new ShipmentApproved(id, "s", unit, List.of("TEE"), at));
        events.add(new OrderShipped(id, "s", unit, null, null, at));
        events.add(returned(ReturnStage.REQUESTED, unit, null));
        assertThat(view().returns().get(0).accepted()).isNull();
        events.add(returned(ReturnStage.RECEIVED, unit, null));
        events.add(returned(ReturnStage.INSPECTED, List.of(), one));
        events.add(new RefundAsked(id, "p", 2, one, RefundKind.RETURN, "return-1", null, null, at));
        events.add(gone(2, RefundKind.RETURN, one, null));
        assertThat(view().returns().get(0)).satisfies(back -> {
            assertThat(back.stage()).isEqualTo(ReturnStage.INSPECTED);
            assertThat(back.accepted()).isEqualTo(one);
            assertThat(back.refunded()).isEqualTo(one);
            assertThat(back.settled()).isFalse();
            assertThat(back.exchangeOrderId()).isEqualTo("order-2");
        });
        assertThat(view().refunds().get(0).returnId()).isEqualTo("return-1");
        events.add(new ReturnSettled(id, "return-1", one, "p", at));
        assertThat(view().returns().get(0).settled()).isTrue();
    }

    private ReturnRecorded returned(ReturnStage stage, List<LineQuantity> lines, @Nullable Money accepted) {
        return new ReturnRecorded(
                id,
                "return-1",
                stage,
                lines,
                stage == ReturnStage.REQUESTED ? List.of(one) : List.of(),
                List.of(),
                accepted,
                null,
                null,
                null,
                "account-1",
                "order-2",
                at);
    }

    private void paid() {
        events.add(authorized());
        events.add(new OrderMoneyEvent.PaymentProcessed(
                id, "p", 1, PaymentKind.CAPTURED, "SANDBOX", grand, null, null, null, at));
    }

    private OrderEvent authorized() {
        return new OrderMoneyEvent.PaymentProcessed(
                id, "p", null, PaymentKind.AUTHORIZED, "SANDBOX", grand, null, null, null, at);
    }

    private RefundAsked asked(int number, @Nullable String to) {
        return new RefundAsked(id, "p", number, one, RefundKind.GOODWILL, null, to, "late", at);
    }

    private RefundRecorded gone(@Nullable Integer number, RefundKind kind, Money amount, @Nullable String to) {
        return new RefundRecorded(id, "p", number, "r-" + number, kind, amount, to, "late", at);
    }

    private OrderView view() {
        FoldedOrder folded = null;
        long version = 0;
        for (OrderEvent event : events) {
            folded = OrderFold.STREAM.next(folded, new Recorded<>(event, version++, Instant.EPOCH));
        }
        return OrderFold.view(folded);
    }
}
