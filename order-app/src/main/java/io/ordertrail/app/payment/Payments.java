package io.ordertrail.app.payment;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentOutcome;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.consistency.Grace;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.axon.message.Dispatch;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Payments for the endpoints: read, and changed with an answer. */
@Component
class Payments {

    private final Dispatch dispatch;
    private final Commands commands;

    Payments(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    PaymentView get(String paymentId, ReadRequest read) {
        orderOf(paymentId);
        return dispatch.ask(new GetPayment(paymentId, read.minVersion()), read.context(), PaymentView.class);
    }

    /** @throws Refused there was no such payment at that moment */
    PaymentView at(String paymentId, Moment moment, ReadRequest read) {
        orderOf(paymentId);
        return dispatch.ask(new GetPaymentAsOf(paymentId, moment), read.context(), PaymentView.class);
    }

    /**
     * The payment once it has begun or it is known that it will not; if that takes too long, as its order knows it.
     * Once the outcome is known a repeat gets the same, whatever happened since.
     */
    PaymentView begun(String paymentId, WriteRequest write) {
        return Grace.until(() -> Optional.of(outcome(paymentId, write)).filter(Payments::hasBegun))
                .orElseGet(() -> outcome(paymentId, write));
    }

    private static boolean hasBegun(PaymentView payment) {
        return payment.version() > 0 || payment.openRequest() != null;
    }

    private PaymentView outcome(String paymentId, WriteRequest write) {
        return dispatch.ask(new GetPaymentOutcome(paymentId), write.asking(), PaymentView.class);
    }

    /**
     * Asks the order, which decides, about an existing payment, and answers the payment as soon as it has heard of it;
     * if that takes too long, as it is.
     *
     * @param command asks for something that the payment itself will hear of
     */
    ChangeAnswer<PaymentView> change(String paymentId, OrderCommand command, WriteRequest write) {
        PaymentView before = now(paymentId, write);
        Receipt receipt = commands.send(command, write, before.version());
        if (!receipt.replayed()) {
            Grace.until(() -> Optional.of(now(paymentId, write)).filter(now -> now.version() > before.version()));
        }
        return answer(paymentId, receipt, write);
    }

    /**
     * Asks the order to give money back. Where a second person must agree, the payment hears of nothing yet, and the
     * order has what waits.
     *
     * @return where what was asked for can be followed, with the payment
     */
    Map.Entry<String, ChangeAnswer<PaymentView>> refund(String paymentId, RequestRefund command, WriteRequest write) {
        PaymentView before = now(paymentId, write);
        Receipt receipt = commands.send(command, write, before.version());
        OrderView order = dispatch.ask(
                new GetOrderAsOf(receipt.id(), Moment.version(receipt.version())), write.asking(), OrderView.class);
        boolean waits = order.approvals().stream().anyMatch(one -> one.kind() == ApprovalKind.REFUND);
        if (!waits && !receipt.replayed() && command.to() == null) {
            Grace.until(() -> Optional.of(now(paymentId, write)).filter(now -> now.version() > before.version()));
        }
        return Map.entry(
                waits ? OrderPaths.of(receipt.id()) : PaymentPaths.of(paymentId), answer(paymentId, receipt, write));
    }

    /**
     * The id of a payment contains its order's.
     *
     * @throws Refused it is not an id of a payment
     */
    static String orderOf(String paymentId) {
        return OrderId.ofPart(paymentId)
                .filter(order -> paymentId.startsWith("payment-"))
                .orElseThrow(() -> new Refused(new PaymentNotFound(paymentId)));
    }

    private ChangeAnswer<PaymentView> answer(String paymentId, Receipt receipt, WriteRequest write) {
        PaymentView now = now(paymentId, write);
        return new ChangeAnswer<>(now, now.version(), receipt.replayed());
    }

    private PaymentView now(String paymentId, WriteRequest write) {
        return dispatch.ask(new GetPayment(paymentId, null), write.asking(), PaymentView.class);
    }
}
