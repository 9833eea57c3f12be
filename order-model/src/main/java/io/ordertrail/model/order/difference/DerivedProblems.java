package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.money.AskFailure;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What needs a person because of the state that an order is in. Such a problem opens with that state and closes with
 * it; nobody can resolve it by saying so.
 */
public record DerivedProblems(OrderState state, Instant at) {

    /** How the ids of these problems begin; what follows says of what. */
    public static final String REFUND_DUE = "refund-due:";

    public static final String REFUND_FAILED = "refund-failed:";
    private static final String CAPTURE_FAILED = "capture-failed:";
    private static final String VOID_FAILED = "void-failed:";
    private static final String OUT_OF_STOCK = "out-of-stock:";
    private static final String STOCK_UNTOLD = "stock-untold:";
    private static final String OVERDRAWN = "overdrawn:";
    private static final String PAYMENT_DUE = "payment-due:";
    private static final String APPROVAL = "approval:";
    private static final List<String> ALL = List.of(
            REFUND_DUE,
            REFUND_FAILED,
            CAPTURE_FAILED,
            VOID_FAILED,
            OUT_OF_STOCK,
            STOCK_UNTOLD,
            OVERDRAWN,
            PAYMENT_DUE,
            APPROVAL);

    private record Problem(String code, String detail) {}

    /** Whether the problem of this id is one of these. */
    public static boolean isOne(String problemId) {
        return ALL.stream().anyMatch(problemId::startsWith);
    }

    public List<OrderEvent> changes() {
        Map<String, Problem> present = present();
        List<OrderEvent> changes = new ArrayList<>();
        state.facts().problems().stream()
                .filter(id -> isOne(id) && !present.containsKey(id))
                .forEach(id -> changes.add(new OrderProblemResolved(state.orderId(), id, "It is over.", at)));
        present.forEach((id, problem) -> {
            if (!state.facts().problems().contains(id)) {
                changes.add(new OrderProblemReported(state.orderId(), id, problem.code(), problem.detail(), at));
            }
        });
        return changes;
    }

    private Map<String, Problem> present() {
        Map<String, Problem> present = new LinkedHashMap<>();
        state.approvals()
                .open()
                .values()
                .forEach(asked -> present.put(
                        APPROVAL + asked.number(),
                        new Problem(
                                "APPROVAL_NEEDED",
                                asked.askedBy() + " asks for a " + asked.kind() + " of " + asked.amount()
                                        + ", which somebody else must approve.")));
        state.facts().stock().forEach((lineId, line) -> goods(lineId, line, present));
        funds().payments().forEach((paymentId, payment) -> failures(paymentId, payment, present));
        Money byHand = dueByHand();
        // Of an imported order only what comes back now is anybody's: the rest is history.
        boolean ours = !state.facts().imported()
                || state.facts().returns().values().stream().anyMatch(OrderReturn::isOwed);
        if (byHand.isPositive() && ours) {
            present.put(
                    REFUND_DUE + byHand.getAmount().toPlainString(),
                    new Problem("REFUND_DUE", byHand + " came by hand and must be paid back by hand."));
        }
        Money unpaid = unpaid();
        if (unpaid.isPositive()) {
            present.put(
                    PAYMENT_DUE + unpaid.getAmount().toPlainString(),
                    new Problem(
                            "PAYMENT_DUE",
                            "Everything was delivered; " + unpaid + " is due, and is neither promised nor asked for."));
        }
        return present;
    }

    private void goods(String lineId, LineStock line, Map<String, Problem> present) {
        if (line.takenOver() && line.mayBeAskedAgain()) {
            String detail = "Stock never heard that line %s wants %d %s: ask %d was taken over. Ask again."
                    .formatted(
                            lineId,
                            line.asked().quantity(),
                            units(line.asked().quantity()),
                            line.asked().number());
            present.put(STOCK_UNTOLD + lineId, new Problem("STOCK_UNTOLD", detail));
        } else if (Progress.isRefused(line) && !state.facts().isOver()) {
            String detail = "%d %s of line %s out of stock.".formatted(line.refused(), units(line.refused()), lineId);
            present.put(OUT_OF_STOCK + lineId, new Problem("OUT_OF_STOCK", detail));
        }
    }

    private static String units(long number) {
        return number == 1 ? "unit" : "units";
    }

    /**
     * What a complete order is owed though it should have been paid before; that the bank took it back is told by
     * itself until that is resolved.
     */
    private Money unpaid() {
        OrderFacts facts = state.facts();
        boolean expected = facts.lifecycle() == OrderLifecycle.COMPLETED
                && !facts.imported()
                && !facts.waived()
                && facts.terms() != PaymentTerms.INVOICE
                && facts.problems().stream().noneMatch(id -> id.startsWith("chargeback:"));
        // What is promised, and is not available for the moment, is a failed capture.
        Money unpaid = funds().due()
                .minus(funds().authorized())
                .minus(new MoneyDifference(state, at).asked(PaymentOperation.AUTHORIZE));
        return expected && unpaid.isPositive() ? unpaid : funds().nothing();
    }

    private void failures(String paymentId, PaymentSums payment, Map<String, Problem> present) {
        boolean promised = payment.outstanding().isPositive();
        MoneyDifference money = new MoneyDifference(state, at);
        if (promised
                && (payment.isAsked(PaymentOperation.CAPTURE) || money.missing().isPositive())) {
            failed(PaymentOperation.CAPTURE, CAPTURE_FAILED, paymentId, payment, present);
        }
        if (money.isSpare(payment)) {
            failed(PaymentOperation.VOID, VOID_FAILED, paymentId, payment, present);
        }
        // What came by hand is due by hand, and told as such.
        if (!payment.isByHand()
                && (payment.isAsked(PaymentOperation.REFUND)
                        || refundable(payment).isPositive())) {
            failed(PaymentOperation.REFUND, REFUND_FAILED, paymentId, payment, present);
        }
        if (payment.overdrawn()) {
            present.put(
                    OVERDRAWN + paymentId,
                    new Problem("REFUNDED_BEYOND_CAPTURED", "More of " + paymentId + " went back than was received."));
        }
    }

    private static void failed(
            PaymentOperation operation,
            String prefix,
            String paymentId,
            PaymentSums payment,
            Map<String, Problem> present) {
        payment.failure(operation)
                .map(AskFailure::reason)
                .ifPresent(reason -> present.put(
                        prefix + paymentId,
                        new Problem(
                                operation + "_FAILED",
                                "%s of %s was refused: %s".formatted(operation, paymentId, quoted(reason)))));
    }

    /** What of the excess no payment can be asked for, because its money came another way. */
    public Money dueByHand() {
        Money others = funds().payments().values().stream()
                .filter(payment -> !payment.isByHand())
                .map(PaymentSums::kept)
                .filter(Money::isPositive)
                .reduce(funds().nothing(), Money::plus);
        Money hand = funds().payments().values().stream()
                .filter(payment -> payment.isByHand() && payment.open() == null)
                .map(PaymentSums::kept)
                .reduce(funds().nothing(), Money::plus);
        Money rest = funds().excess().minus(others);
        Money byHand = rest.isLessThan(hand) ? rest : hand;
        return byHand.isNegative() ? funds().nothing() : byHand;
    }

    private Money refundable(PaymentSums payment) {
        return funds().excess().isLessThan(payment.kept()) ? funds().excess() : payment.kept();
    }

    /** A reason from outside, as far as it can be read. */
    public static String quoted(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return "no reason was given.";
        }
        return reason.length() <= 1000 ? reason : reason.substring(0, 1000) + "…";
    }

    private Funds funds() {
        return state.facts().funds();
    }
}
