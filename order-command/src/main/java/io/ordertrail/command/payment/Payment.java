package io.ordertrail.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.PaymentIdTaken;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.command.payment.provider.Reason;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.payment.OpenRequest;
import io.ordertrail.model.payment.PaymentRules;
import io.ordertrail.model.payment.PaymentState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment decides what may be asked of its provider, and what the answers mean. It never calls the provider: it asks
 * by events ({@code …Requested}), and {@link PaymentHandler} hands the answers in.
 */
@Aggregate(type = "payment", repository = "paymentRepository")
final class Payment extends StatefulAggregate<PaymentState, PaymentEvent> {

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(InitiatePayment command, Providers providers, Clock clock) {
        providers.mustTake(command.choice());
        if (!isNew()) {
            throw new Refused(new PaymentIdTaken(command.paymentId()));
        }
        Instant at = BusinessTime.of(null, Instant.MIN, clock);
        apply(new PaymentInitiated(
                command.paymentId(),
                command.orderId(),
                command.customerId(),
                command.choice(),
                command.amount(),
                null,
                at));
        apply(new PaymentAuthorizationRequested(
                id(), command.orderId(), PaymentOperation.AUTHORIZE.key(id(), 1), command.amount(), at));
        return receipt();
    }

    /** The order has said yes to it already, so a second one of this id can only be the same. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordManualPayment command, Clock clock) {
        if (!isNew()) {
            return receipt();
        }
        Instant at = command.at() == null ? BusinessTime.of(null, Instant.MIN, clock) : command.at();
        PaymentChoice choice = PaymentChoice.manual();
        Money nothing = Money.zero(command.amount().getCurrencyUnit());
        apply(new PaymentInitiated(
                command.paymentId(), command.orderId(), null, choice, command.amount(), command.reference(), at));
        apply(new PaymentCaptured(
                id(), command.orderId(), choice.method(), null, null, null, command.amount(), nothing, at));
        return receipt();
    }

    @CommandHandler
    Receipt handle(CapturePayment command, Clock clock) {
        Faults.inCurrency(command.amount(), "/amount", state().currency());
        return reply(command.number(), clock, reply -> reply.to(command));
    }

    @CommandHandler
    Receipt handle(VoidPayment command, Clock clock) {
        return reply(command.number(), clock, reply -> reply.to(command));
    }

    @CommandHandler
    Receipt handle(RefundPayment command, Clock clock) {
        Faults.inCurrency(command.amount(), "/amount", state().currency());
        return reply(command.number(), clock, reply -> reply.to(command));
    }

    /**
     * While a request is open nothing is done: its answer ends the authorisation, if there is still something to end.
     */
    @CommandHandler
    Receipt handle(ExpireAuthorization command, Clock clock) {
        expireOnceOver(now(clock));
        return receipt();
    }

    @CommandHandler
    Receipt handle(ReportOutcomeOverdue command, Clock clock) {
        OpenRequest open = state().open();
        if (open != null && open.key().equals(command.providerKey()) && !open.overdue()) {
            apply(new PaymentOutcomeOverdue(id(), state().orderId(), open.operation(), open.key(), now(clock)));
        }
        return receipt();
    }

    /** A refund that is under way may take what the bank wants back, so the bank has to ask again after it. */
    @CommandHandler
    Receipt handle(RecordChargeback command, Clock clock) {
        Faults.inCurrency(command.amount(), "/amount", state().currency());
        rules().isOurProvider(command.provider(), id());
        if (!rules().knows(PaymentRules.chargeback(command.providerEventId()))) {
            rules().mayBeChargedBack(command.amount());
            apply(new ChargebackReceived(
                    id(),
                    state().orderId(),
                    command.providerEventId(),
                    command.amount(),
                    Reason.ofOptional(command.reason()),
                    now(clock)));
        }
        return receipt();
    }

    @CommandHandler
    Receipt handle(RecordChargebackReversal command, Clock clock) {
        Faults.inCurrency(command.amount(), "/amount", state().currency());
        rules().isOurProvider(command.provider(), id());
        if (!rules().knows(PaymentRules.reversal(command.providerEventId()))) {
            rules().isChargedBack(command.amount());
            apply(new ChargebackReversed(
                    id(), state().orderId(), command.providerEventId(), command.amount(), now(clock)));
        }
        return receipt();
    }

    Receipt answered(RecordProviderAnswer answer, AuthorizationPeriod period, Clock clock) {
        rules().isAnswerToOurs(answer.providerKey(), answer.provider());
        Instant at = now(clock);
        List<PaymentEvent> events = new Settlement(id(), state(), period, at).by(answer);
        events.forEach(event -> apply(event));
        if (events.isEmpty()) {
            return receipt().again();
        }
        expireOnceOver(at);
        return receipt();
    }

    @EventSourcingHandler
    void on(
            PaymentEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        PaymentState next = event instanceof PaymentInitiated first ? PaymentState.of(first) : state().evolve(event);
        become(event.paymentId(), next, version, commandId);
    }

    /** The newest ask counts; one that was heard, or that a newer one has overtaken, is answered or of no interest. */
    private Receipt reply(int number, Clock clock, Function<AskReply, PaymentEvent> decide) {
        if (number > state().heard()) {
            rules().nothingElseIsAsked();
            apply(decide.apply(new AskReply(id(), state(), now(clock))));
        }
        return receipt();
    }

    private void expireOnceOver(Instant at) {
        Instant end = state().expiresAt();
        if (end != null && !at.isBefore(end) && state().open() == null && rules().hasSomethingToVoid()) {
            apply(new PaymentVoidRequested(
                    id(),
                    state().orderId(),
                    null,
                    PaymentOperation.VOID.key(id(), 0),
                    state().facts().outstanding(),
                    null,
                    at));
        }
    }

    private PaymentRules rules() {
        return new PaymentRules(state());
    }

    private Instant now(Clock clock) {
        return BusinessTime.of(null, state().lastAt(), clock);
    }
}
