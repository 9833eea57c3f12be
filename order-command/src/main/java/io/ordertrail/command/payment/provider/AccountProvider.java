package io.ordertrail.command.payment.provider;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.command.payment.provider.ProviderAnswer.Failed;
import io.ordertrail.command.payment.provider.ProviderAnswer.Succeeded;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;

/**
 * The customer's balance: an authorisation is a hold, which has the payment's id; a capture and a refund are movements,
 * whose journal ids are the provider keys. Accounts take no movement twice (rule A4), so that the same command again is
 * the look-up.
 */
public final class AccountProvider implements PaymentProvider {

    private static final String ACTOR = "payment-account";
    private static final ProviderAnswer DONE = new Succeeded(null);

    private final Supplier<Dispatch> dispatch;
    private final Function<Receipt, Object> eventOf;

    /** @param eventOf the event that a receipt's version names */
    public AccountProvider(Supplier<Dispatch> dispatch, Function<Receipt, Object> eventOf) {
        this.dispatch = dispatch;
        this.eventOf = eventOf;
    }

    @Override
    public String name() {
        return PaymentChoice.ACCOUNT;
    }

    @Override
    public boolean takes(PaymentChoice choice) {
        return choice.token() == null && choice.accountId() != null && AccountId.isValid(choice.accountId());
    }

    @Override
    public boolean isInService() {
        return true;
    }

    /** What the account did not hold is an event of it, so that the same hold never succeeds later. */
    @Override
    public ProviderAnswer authorize(ProviderRequest request) {
        HoldFunds hold = new HoldFunds(
                account(request), request.paymentId(), request.amount(), request.orderId(), request.customerId(), null);
        return answer(request, hold, this::outcome);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) {
        return send(
                request,
                new CaptureHold(account(request), request.paymentId(), request.providerKey(), request.amount(), null));
    }

    @Override
    public ProviderAnswer voidAuthorization(ProviderRequest request) {
        return send(request, new ReleaseHold(account(request), request.paymentId(), null, null));
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) {
        return send(
                request,
                new Deposit(
                        account(request),
                        request.providerKey(),
                        MovementKind.REFUND,
                        request.amount(),
                        request.paymentId(),
                        request.orderId(),
                        null));
    }

    @Override
    public Optional<ProviderAnswer> lookup(ProviderRequest request) {
        return Optional.of(
                switch (request.operation()) {
                    case AUTHORIZE -> authorize(request);
                    case CAPTURE -> capture(request);
                    case VOID -> voidAuthorization(request);
                    case REFUND -> refund(request);
                    case UNKNOWN -> new ProviderAnswer.Unknown("This release does not know what was asked for.");
                });
    }

    private ProviderAnswer send(ProviderRequest request, AccountCommand command) {
        return answer(request, command, receipt -> DONE);
    }

    private ProviderAnswer answer(
            ProviderRequest request, AccountCommand command, Function<Receipt, ProviderAnswer> outcome) {
        String commandId =
                StepId.of(ACTOR, request.paymentId(), request.providerKey()).commandId();
        MetaData metaData = MetaData.with(MetaKeys.COMMAND_ID, commandId)
                .and(MetaKeys.CORRELATION_ID, request.orderId())
                .and(MetaKeys.ACTOR, ACTOR)
                .and(MetaKeys.ROLES, Role.SERVICE.name());
        try {
            return outcome.apply(dispatch.get().send(command, metaData, Receipt.class));
        } catch (Refused no) {
            return new Failed(no.refusal().detail());
        }
    }

    /** The receipt of a hold, also of one that was asked for before, is of the event that it became. */
    private ProviderAnswer outcome(Receipt hold) {
        return eventOf.apply(hold) instanceof HoldRefused no ? new Failed(no.detail()) : DONE;
    }

    private static String account(ProviderRequest request) {
        return Objects.requireNonNull(request.choice().accountId(), "The choice was checked");
    }
}
