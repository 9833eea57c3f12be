package io.ordertrail.command.payment.provider;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.command.payment.provider.ProviderAnswer.Failed;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import io.ordertrail.command.payment.provider.ProviderAnswer.Unknown;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what providers answered to the payment that asked. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String WORKER = "payment-worker";

    private final Dispatch dispatch;

    Answers(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Records {@code answer}.
     *
     * @return whether the request is settled by it
     * @throws io.ordertrail.axon.failure.Unavailable nobody took it; whether it was recorded is unknown
     */
    boolean record(String providerKey, ProviderTask task, ProviderAnswer answer) {
        if (answer instanceof Unknown unknown) {
            send(providerKey, task, Outcome.UNKNOWN, null, unknown.reason());
            return false;
        }
        try {
            if (answer instanceof Succeeded yes) {
                send(providerKey, task, Outcome.SUCCEEDED, yes.reference(), null);
            } else if (answer instanceof Failed no) {
                send(providerKey, task, Outcome.FAILED, null, no.reason());
            }
            return true;
        } catch (Refused no) {
            // A reference that another payment has (rule P5), or one that cannot be stored: it needs a person in the
            // end.
            LOG.warn("The answer to {} was refused: {}", providerKey, no.getMessage());
            send(providerKey, task, Outcome.UNKNOWN, null, no.refusal().detail());
            return false;
        }
    }

    /** Tells that no look-up helped. */
    void overdue(String providerKey, ProviderTask task) {
        dispatch.send(
                new ReportOutcomeOverdue(PaymentOperation.paymentOf(providerKey), providerKey),
                metaData(providerKey, task, "overdue"),
                Receipt.class);
    }

    private void send(
            String providerKey,
            ProviderTask task,
            Outcome outcome,
            @Nullable String reference,
            @Nullable String reason) {
        dispatch.send(
                new RecordProviderAnswer(
                        PaymentOperation.paymentOf(providerKey),
                        providerKey,
                        outcome,
                        null,
                        null,
                        reference,
                        Reason.ofOptional(reason)),
                metaData(providerKey, task, outcome.name()),
                Receipt.class);
    }

    /** One attempt may be made twice, and be answered differently: what was said is part of the command's id. */
    private static MetaData metaData(String providerKey, ProviderTask task, String said) {
        String paymentId = PaymentOperation.paymentOf(providerKey);
        String step = providerKey.substring(Math.min(paymentId.length() + 1, providerKey.length())) + ":" + said;
        StepId id = StepId.of(WORKER, paymentId, step, "", task.lookedUp() + 1);
        return MetaData.with(MetaKeys.CORRELATION_ID, providerKey)
                .mergedWith(Map.copyOf(task.cause()))
                .and(MetaKeys.COMMAND_ID, id.commandId())
                .and(MetaKeys.ACTOR, WORKER)
                .and(MetaKeys.ROLES, Role.SERVICE.name());
    }
}
