package io.ordertrail.command.payment.sandbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;

/** Answers that the sandbox gives by itself, as other providers do by their webhooks; it has no need of HTTP. */
final class SandboxCalls {

    private static final String TASK = "sandbox-call";
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Supplier<Scheduler> scheduler;
    private final SandboxJournal journal;
    private final Supplier<Dispatch> dispatch;

    SandboxCalls(Supplier<Scheduler> scheduler, SandboxJournal journal, Supplier<Dispatch> dispatch) {
        this.scheduler = scheduler;
        this.journal = journal;
        this.dispatch = dispatch;
    }

    OneTimeTask<Void> task() {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> answer(instance.getId()));
    }

    /** Says what was done, at {@code when}, as the {@code n}-th event about it. */
    void call(String providerKey, int n, Instant when) {
        scheduler.get().scheduleIfNotExists(new TaskInstance<>(TASK, providerKey + "#" + n), when);
    }

    private void answer(String event) {
        String providerKey = event.substring(0, event.indexOf('#'));
        SandboxOperation done = journal.find(providerKey).orElseThrow();
        boolean succeeded = done.outcome() == SandboxOperation.Outcome.SUCCEEDED;
        dispatch.get()
                .send(
                        new RecordProviderAnswer(
                                PaymentOperation.paymentOf(providerKey),
                                providerKey,
                                succeeded ? Outcome.SUCCEEDED : Outcome.FAILED,
                                PaymentChoice.SANDBOX,
                                event,
                                succeeded ? done.reference() : null,
                                succeeded ? null : "The sandbox declines."),
                        MetaData.with(MetaKeys.ACTOR, "payment-provider:" + PaymentChoice.SANDBOX)
                                .and(MetaKeys.ROLES, Role.SERVICE.name())
                                .and(MetaKeys.CORRELATION_ID, providerKey),
                        Receipt.class);
    }
}
