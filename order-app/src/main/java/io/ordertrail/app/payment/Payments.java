package io.ordertrail.app.payment;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentProcess;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Commands;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.RequestContext;
import io.ordertrail.axon.Unavailable;
import io.ordertrail.axon.process.StepId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Payments as the endpoints need them: read, and changed with an answer to show. */
@Component
class Payments {

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private final Dispatch dispatch;
    private final Commands commands;

    Payments(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    PaymentView get(String paymentId, Inquiry inquiry) {
        return dispatch.ask(
                new GetPayment(valid(paymentId), inquiry.minVersion()), inquiry.context(), PaymentView.class);
    }

    /** The payment as it is now, if it was begun before. */
    Optional<PaymentView> find(String paymentId, Change change) {
        try {
            return Optional.of(dispatch.ask(new GetPayment(paymentId, null), change.asking(), PaymentView.class));
        } catch (Refused no) {
            if (no.refusal() instanceof PaymentNotFound) {
                return Optional.empty();
            }
            throw no;
        }
    }

    /** @param context made by {@code change} */
    ChangeAnswer<PaymentView> begin(InitiatePayment command, RequestContext context, Change change) {
        return send(command, context, change);
    }

    /** Changes a payment that exists. */
    ChangeAnswer<PaymentView> change(PaymentCommand command, Change change) {
        String id = valid(command.paymentId());
        RequestContext context =
                change.changing(() -> dispatch.ask(new GetPayment(id, null), change.asking(), PaymentView.class)
                        .version());
        return send(command, context, change);
    }

    /**
     * Gives money that the order knows of a payment of its own. The service does so by itself too, by the very same step: what
     * fails here comes a moment later.
     */
    void follow(Payment recorded, Change change) {
        String step = StepId.first(PaymentProcess.NEWS, recorded.id(), PaymentProcess.MANUAL_PAYMENT)
                .commandId();
        try {
            dispatch.send(
                    new RecordManualPayment(
                            recorded.id(), recorded.orderId(), recorded.amount(), recorded.reference(), recorded.at()),
                    change.asking().followUp(step),
                    Receipt.class);
        } catch (Refused | Unavailable e) {
            LOG.info("The payment {} follows later", recorded.id(), e);
        }
    }

    /** The answer is folded up to the change's own version: a repeat gets the same, whatever happened since. */
    private ChangeAnswer<PaymentView> send(PaymentCommand command, RequestContext context, Change change) {
        Receipt receipt = commands.send(command, context);
        PaymentView payment =
                dispatch.ask(new GetPaymentAsOf(receipt.id(), receipt.version()), change.asking(), PaymentView.class);
        return new ChangeAnswer<>(payment, receipt.version(), receipt.replayed());
    }

    private static String valid(String paymentId) {
        if (!paymentId.startsWith("payment-") || OrderId.ofPart(paymentId).isEmpty()) {
            throw new Refused(new PaymentNotFound(paymentId));
        }
        return paymentId;
    }
}
