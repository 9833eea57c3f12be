package io.ordertrail.command.process;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent.OfStep;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.joda.money.Money;

/** Refunds that do not go back the way they came: into an account of the customer, or into another order. */
final class RefundPolicy {

    static final String NAME = "refund";

    private static final String DEPOSIT = "deposit";
    private static final String EXCHANGE = "pay-from-exchange";

    @EventHandler
    void on(RefundAsked event, StepOutbox steps) {
        String to = event.to();
        if (to == null) {
            return;
        }
        if (AccountId.isValid(to)) {
            steps.send(
                    step(event, DEPOSIT),
                    new Deposit(
                            to,
                            PaymentOperation.REFUND.key(event.paymentId(), event.number()),
                            MovementKind.REFUND,
                            event.amount(),
                            event.returnId() == null ? event.orderId() : event.returnId(),
                            event.orderId(),
                            null));
        } else {
            String share = share(event.paymentId(), event.number());
            steps.send(
                    step(event, EXCHANGE),
                    new PayFromExchange(
                            to, OrderId.payment(to, share), event.paymentId(), event.number(), event.amount()));
        }
    }

    /**
     * A payment that gives back to the account that it came from tells that itself; the account's reference is then its
     * id.
     */
    @EventHandler
    void on(Deposited event, StepOutbox steps) {
        String paymentId = PaymentOperation.paymentOf(event.journalId());
        if (event.kind() == MovementKind.REFUND && !paymentId.equals(event.reference())) {
            PaymentOperation.ofKey(event.journalId())
                    .flatMap(refund -> OrderId.ofPart(paymentId))
                    .ifPresent(order -> back(
                            order, paymentId, numberAfter(':', event.journalId()), event.amount(), event.at(), steps));
        }
    }

    /** The other order took it, or as much of it as it needs. */
    @EventHandler
    void on(PaymentProcessed event, StepOutbox steps) {
        String share = event.reference();
        if (event.method().equals(PaymentChoice.EXCHANGE) && share != null) {
            String paymentId = share.substring(0, share.lastIndexOf('#'));
            back(
                    OrderId.ofPart(paymentId).orElseThrow(),
                    paymentId,
                    numberAfter('#', share),
                    event.amount(),
                    event.at(),
                    steps);
        }
    }

    @EventHandler
    void on(StepRefused event, StepOutbox steps) {
        refused(event, event.detail(), event.at(), steps);
    }

    @EventHandler
    void on(StepTakenOver event, StepOutbox steps) {
        refused(event, "Taken over: " + event.reason(), event.at(), steps);
    }

    static boolean isAsk(StepId step) {
        return step.process().equals(NAME) && Set.of(DEPOSIT, EXCHANGE).contains(step.kind());
    }

    private static void refused(OfStep event, String reason, Instant at, StepOutbox steps) {
        if (isAsk(StepId.of(event))) {
            steps.insist(
                    StepId.of(NAME, event.subject(), "record-ask-refused", event.of(), event.number()),
                    new RecordAskRefused(
                            event.subject(),
                            event.of(),
                            Math.toIntExact(event.number()),
                            PaymentOperation.REFUND,
                            reason,
                            at));
        }
    }

    private static void back(String orderId, String paymentId, int number, Money amount, Instant at, StepOutbox steps) {
        steps.insist(
                StepId.of(NAME, orderId, "record-refund", paymentId, number),
                new RecordRefund(orderId, paymentId, number, amount, at));
    }

    /** Names what one refund brings, for the order that gets it. */
    private static String share(String paymentId, int number) {
        return paymentId + "#" + number;
    }

    private static int numberAfter(char mark, String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(mark) + 1));
    }

    private static StepId step(RefundAsked event, String kind) {
        return StepId.of(NAME, event.orderId(), kind, event.paymentId(), event.number());
    }
}
