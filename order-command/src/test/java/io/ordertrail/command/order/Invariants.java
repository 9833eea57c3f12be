package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.difference.DerivedProblems;
import io.ordertrail.model.order.difference.Difference;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.goods.ReturnMoney;
import io.ordertrail.model.order.money.AskFailure;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.util.function.Predicate;
import org.joda.money.Money;

/** What holds of every order, whatever happened to it: rules O3, P3, R3 and W2. */
final class Invariants {

    private Invariants() {}

    /** What an event must be where the order is {@code before}. */
    static void check(OrderState before, OrderEvent event) {
        Funds funds = before.facts().funds();
        if (event instanceof PaymentAsked ask) {
            assertThat(funds.payments()).doesNotContainKey(ask.paymentId());
            assertThat(ask.amount().isPositive()).isTrue();
            within(ask.amount(), funds.payable(), "asked for beyond what is payable");
        } else if (event instanceof CaptureAsked ask) {
            PaymentSums payment = asksNext(funds, ask.paymentId(), ask.number());
            within(ask.amount(), payment.outstanding(), "captured beyond the promise");
            Money asked = funds.payments().values().stream()
                    .map(one -> one.asked(PaymentOperation.CAPTURE))
                    .reduce(ask.amount(), Money::plus);
            within(funds.kept().plus(asked), funds.wanted(), "captured beyond what is wanted");
        } else if (event instanceof VoidAsked ask) {
            assertThat(asksNext(funds, ask.paymentId(), ask.number())
                            .outstanding()
                            .isPositive())
                    .isTrue();
        } else if (event instanceof RefundAsked ask) {
            assertThat(ask.amount().isPositive()).isTrue();
            within(
                    ask.amount(),
                    asksNext(funds, ask.paymentId(), ask.number()).kept(),
                    "given back beyond what is kept");
        } else if (event instanceof StockAsked asked) {
            asked.lines().forEach(ask -> {
                LineStock line = before.facts().stock().get(ask.lineId());
                assertThat(ask.number())
                        .isEqualTo(line == null ? 1 : line.asked().number() + 1);
                assertThat(ask.quantity()).isNotNegative();
            });
        } else if (event instanceof ReturnSettled settled) {
            ReturnMoney facts = before.facts().returns().get(settled.returnId()).money();
            within(facts.refunded(), facts.accepted(), "refunded beyond what was accepted");
        }
    }

    /** Rule P3. */
    private static PaymentSums asksNext(Funds funds, String paymentId, int number) {
        PaymentSums payment = funds.of(paymentId);
        assertThat(payment.open()).as("P3: what %s is asked already", paymentId).isNull();
        assertThat(number).isEqualTo(payment.number() + 1);
        return payment;
    }

    private static void within(Money amount, Money most, String otherwise) {
        assertThat(amount.isGreaterThan(most))
                .as("%s: %s of %s", otherwise, amount, most)
                .isFalse();
    }

    /** What an order must be after each decision. */
    static void check(OrderState order) {
        OrderFacts facts = order.facts();
        assertThat(facts.funds().value().isNegative()).isFalse();
        assertThat(facts.awaitsNothingMoreThanConfirmation())
                .as("confirmed as soon as stock and payment are there")
                .isFalse();
        assertThat(Difference.of(order, Samples.NOW)).as("what still follows").isEmpty();
        facts.lines().forEach((lineId, units) -> parcelsAgree(order, lineId, units));
        if (facts.imported()) {
            return;
        }
        facts.stock().forEach((lineId, line) -> {
            Quantities units = facts.lines().get(lineId);
            boolean over = facts.lifecycle() == OrderLifecycle.CANCELLED;
            long wanted = units == null ? 0 : (over ? units.shipped() : units.wanted()) + units.lost();
            assertThat(line.total()).as("W2: the newest ask of line %s", lineId).isEqualTo(wanted);
        });
    }

    /** Quantities cannot be made that break O3; here the parcels are added up once more beside them. */
    private static void parcelsAgree(OrderState order, String lineId, Quantities units) {
        assertThat(units.approved())
                .isEqualTo(inParcels(
                        order,
                        lineId,
                        parcel -> parcel.status() != OrderShipmentStatus.WITHDRAWN
                                && parcel.status() != OrderShipmentStatus.RESOLVED));
        assertThat(units.shipped())
                .isEqualTo(inParcels(
                        order,
                        lineId,
                        parcel -> parcel.dispatchedAt() != null && parcel.status() != OrderShipmentStatus.RESOLVED));
        assertThat(units.delivered()).isEqualTo(inParcels(order, lineId, parcel -> parcel.deliveredAt() != null));
    }

    private static long inParcels(OrderState order, String lineId, Predicate<OrderShipmentView> stage) {
        return order.parcels().values().stream()
                .filter(stage)
                .flatMap(parcel -> parcel.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(LineQuantity::quantity)
                .sum();
    }

    /** What an order must be once every ask has its answer and every refusal was asked for again. */
    static void checkAtRest(OrderState order) {
        OrderFacts facts = order.facts();
        Funds funds = facts.funds();
        funds.payments().forEach((id, payment) -> {
            assertThat(payment.open()).as("what %s is asked", id).isNull();
            assertThat(payment.failures().values()).allMatch(AskFailure::again);
        });
        boolean held = OrderFacts.CHARGEBACK.equals(facts.hold());
        Money byHand = new DerivedProblems(order, Samples.NOW).dueByHand();
        assertThat(funds.excess()).as("what is too much waits for people only").isEqualTo(byHand);
        if (byHand.isPositive() && !facts.imported()) {
            assertThat(facts.problems())
                    .contains("refund-due:" + byHand.getAmount().toPlainString());
        }
        assertThat(facts.problems())
                .noneMatch(id -> id.startsWith("refund-failed:")
                        || id.startsWith("void-failed:")
                        || (id.startsWith("capture-failed:") && !held));
        facts.returns()
                .forEach((id, one) -> assertThat(one.isOwed() && byHand.isZero())
                        .as("owed for %s", id)
                        .isFalse());
        if (facts.isOver() && funds.due().isZero()) {
            assertThat(funds.authorized().isZero()).as("W7: no promise is left").isTrue();
        }
        if (facts.lifecycle() == OrderLifecycle.COMPLETED && !held) {
            assertThat(funds.due().isZero() || funds.authorized().isZero())
                    .as("what is due is taken of what is promised")
                    .isTrue();
        }
        boolean asks = facts.way() != null && facts.isStockPromised() && !facts.isOver() && !facts.waived() && !held;
        if (asks) {
            assertThat(funds.payable().isZero())
                    .as("what is missing is asked for")
                    .isTrue();
        }
    }
}
