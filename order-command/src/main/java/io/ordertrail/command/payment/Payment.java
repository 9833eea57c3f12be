package io.ordertrail.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.NothingToVoid;
import io.ordertrail.api.payment.PaymentRefusal.PaymentIdTaken;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.Admission;
import io.ordertrail.command.BusinessTime;
import io.ordertrail.command.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A payment decides what may be asked of its provider, and what the provider's answers mean. It never calls the provider: what
 * it asks is an event ({@code …Requested}) and what it is answered a command, which {@link PaymentDesk} hands in.
 */
@Aggregate(type = "payment", repository = "paymentRepository")
final class Payment {

    @AggregateIdentifier
    private String id;

    /** Null until the first event. */
    private @Nullable PaymentState known;

    /** Rule O7, and If-Match. A payment that does not exist yet has neither accepted anything nor a version. */
    @CommandHandlerInterceptor
    @Nullable
    Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return known == null ? chain.proceed() : Admission.admit(id, known.handled(), command, chain);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(InitiatePayment command, Providers providers, Clock clock) {
        PaymentCheck.check(command);
        providers.mustTake(command.choice());
        if (known != null) {
            throw new Refused(new PaymentIdTaken(command.paymentId()));
        }
        Instant at = BusinessTime.of(null, Instant.MIN, clock);
        apply(new PaymentInitiated(
                command.paymentId(),
                command.orderId(),
                command.choice(),
                command.amount(),
                command.captureAtOnce(),
                null,
                at));
        apply(new PaymentAuthorizationRequested(
                id, command.orderId(), state().nextKey(id, PaymentOperation.AUTHORIZE), command.amount(), at));
        return receipt();
    }

    /** The order has said yes to it already, so a second one of this id can only be the same. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordManualPayment command, Clock clock) {
        PaymentCheck.check(command);
        if (known != null) {
            return receipt();
        }
        Instant at = command.at() == null ? BusinessTime.of(null, Instant.MIN, clock) : command.at();
        apply(new PaymentInitiated(
                command.paymentId(),
                command.orderId(),
                PaymentChoice.manual(),
                command.amount(),
                true,
                command.reference(),
                at));
        apply(new PaymentCaptured(id, command.orderId(), null, null, command.amount(), null, at));
        return receipt();
    }

    @CommandHandler
    Receipt handle(CapturePayment command, MetaData metaData, Clock clock) {
        PaymentCheck.check(command, state().currency());
        PaymentRules.byStaffOrService(Caller.of(metaData));
        rules().nothingElseIsAsked();
        return happened(new PaymentCaptureRequested(
                id,
                state().orderId(),
                state().nextKey(id, PaymentOperation.CAPTURE),
                rules().withinAuthorized(command.amount()),
                command.shipmentId(),
                now(clock)));
    }

    /** To a process, which undoes what it did, it is all the same whether there was anything left to undo. */
    @CommandHandler
    Receipt handle(VoidPayment command, MetaData metaData, Clock clock) {
        PaymentCheck.check(command);
        Caller caller = Caller.of(metaData);
        PaymentRules.byStaffOrService(caller);
        rules().nothingElseIsAsked();
        if (rules().hasSomethingToVoid()) {
            giveUp(command.reason(), false, now(clock));
        } else if (!caller.is(Caller.SERVICE)) {
            throw new Refused(new NothingToVoid());
        }
        return receipt();
    }

    @CommandHandler
    Receipt handle(RefundPayment command, MetaData metaData, Clock clock) {
        PaymentCheck.check(command, state().currency());
        PaymentRules.byStaffOrService(Caller.of(metaData));
        if (rules().knowsRefund(command.refundId())) {
            return receipt();
        }
        rules().nothingElseIsAsked();
        return happened(new RefundRequested(
                id,
                state().orderId(),
                command.refundId(),
                state().nextKey(id, PaymentOperation.REFUND),
                rules().withinCaptured(command.amount()),
                command.reason(),
                now(clock)));
    }

    /** While a request is open nothing is done: its answer ends the authorisation, if there is still something to end. */
    @CommandHandler
    Receipt handle(ExpireAuthorization command, Clock clock) {
        expireOnceOver(now(clock));
        return receipt();
    }

    @CommandHandler
    Receipt handle(ReportOutcomeOverdue command, Clock clock) {
        OpenRequest open = state().open();
        if (open != null && open.key().equals(command.providerKey()) && !open.overdue()) {
            apply(new PaymentOutcomeOverdue(id, state().orderId(), open.operation(), open.key(), now(clock)));
        }
        return receipt();
    }

    /** A refund that is under way may take what the bank wants back, so the bank has to ask again after it. */
    @CommandHandler
    Receipt handle(RecordChargeback command, Clock clock) {
        PaymentCheck.check(command, state().currency());
        rules().isOurProvider(command.provider(), id);
        if (rules().knowsChargeback(command.providerEventId())) {
            return receipt();
        }
        if (state().open() != null && state().open().operation() == PaymentOperation.REFUND) {
            rules().nothingElseIsAsked();
        }
        return happened(new ChargebackReceived(
                id,
                state().orderId(),
                command.providerEventId(),
                rules().withinCaptured(command.amount()),
                command.reason(),
                now(clock)));
    }

    /**
     * Rules P3 and P6: only the open request can be answered, and that once. What comes late, again or against what is known
     * changes nothing.
     */
    Receipt answered(RecordProviderAnswer answer, AuthorizationPeriod period, Clock clock) {
        rules().isAnswerToOurs(answer.providerKey(), answer.provider());
        if (!state().awaits(answer.providerKey())) {
            return receipt();
        }
        OpenRequest open = Objects.requireNonNull(state().open());
        Instant at = now(clock);
        if (answer.outcome() == Outcome.UNKNOWN) {
            if (!open.unknown()) {
                apply(new PaymentOutcomeUnknown(
                        id, state().orderId(), open.operation(), open.key(), answer.reason(), at));
            }
            return receipt();
        }
        if (open.overdue()) {
            apply(new PaymentOutcomeKnown(id, state().orderId(), open.operation(), open.key(), at));
        }
        Settlement settlement = new Settlement(id, state().orderId(), open, at);
        apply(
                answer.outcome() == Outcome.SUCCEEDED
                        ? settlement.succeeded(answer.providerReference(), period)
                        : settlement.failed(answer.reason()));
        captureAtOnce(open, at);
        expireOnceOver(at);
        return receipt();
    }

    /** Rule P5 needs to know whether the reference that came with {@code answer} becomes the payment's. */
    boolean takesReferenceOf(RecordProviderAnswer answer) {
        return answer.outcome() == Outcome.SUCCEEDED
                && answer.providerReference() != null
                && state().awaits(answer.providerKey());
    }

    String method() {
        return state().choice().method();
    }

    @EventSourcingHandler
    void on(
            PaymentEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        id = event.paymentId();
        PaymentState state = event instanceof PaymentInitiated first ? PaymentState.of(first) : state().evolve(event);
        known = state.handled(commandId, version);
    }

    private void captureAtOnce(OpenRequest settled, Instant at) {
        if (settled.operation() == PaymentOperation.AUTHORIZE
                && state().captureAtOnce()
                && state().facts().outstanding().isPositive()) {
            apply(new PaymentCaptureRequested(
                    id,
                    state().orderId(),
                    state().nextKey(id, PaymentOperation.CAPTURE),
                    state().facts().outstanding(),
                    null,
                    at));
        }
    }

    private void expireOnceOver(Instant at) {
        Instant end = state().expiresAt();
        if (end != null && !at.isBefore(end) && state().open() == null && rules().hasSomethingToVoid()) {
            giveUp(null, true, at);
        }
    }

    private void giveUp(@Nullable String reason, boolean expiry, Instant at) {
        apply(new PaymentVoidRequested(
                id,
                state().orderId(),
                state().nextKey(id, PaymentOperation.VOID),
                state().facts().outstanding(),
                reason,
                expiry,
                at));
    }

    private PaymentState state() {
        return Objects.requireNonNull(known, "A payment begins with its first event");
    }

    private PaymentRules rules() {
        return new PaymentRules(id, state());
    }

    private Instant now(Clock clock) {
        return BusinessTime.of(null, state().lastAt(), clock);
    }

    private Receipt happened(PaymentEvent event) {
        apply(event);
        return receipt();
    }

    private Receipt receipt() {
        return Receipt.of(id, getVersion());
    }
}
