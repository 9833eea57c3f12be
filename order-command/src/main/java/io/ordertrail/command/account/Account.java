package io.ordertrail.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.RecordTransferEnded;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.TransferEnded;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountRefusal.AccountIdTaken;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.store.Snapshotted;
import io.ordertrail.command.kernel.CommandGuard;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.Remembered;
import io.ordertrail.model.account.AccountRules;
import io.ordertrail.model.account.AccountState;
import io.ordertrail.model.account.Hold;
import io.ordertrail.model.account.JournalKey;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A balance decides what may be taken from it. What it remembers is its {@link AccountState}; what it checks is
 * {@link AccountRules}. Movements and holds come by the {@link AccountHandler}, which sees to rule A4.
 */
@Aggregate(type = "account", repository = "accountRepository", snapshotFilter = "currentSnapshots")
final class Account implements Snapshotted, Remembered {

    /** Set by the first event or a snapshot. Axon must find no id, not even an empty one, till then. */
    @AggregateIdentifier
    private String id;

    private @Nullable AccountState state;

    /** Rule O7, and If-Match. */
    @CommandHandlerInterceptor
    @Nullable
    Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return state == null ? chain.proceed() : CommandGuard.admit(id, state.commands(), command, chain);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenAccount command, CustomerNames names, Clock clock) {
        if (state != null) {
            throw new Refused(new AccountIdTaken(id));
        }
        Money limit = command.creditLimit() == null ? Money.zero(command.currency()) : command.creditLimit();
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        names.opened(command.ownerId(), command.accountId());
        return happened(new AccountCreated(
                command.accountId(), command.ownerId(), command.kind(), command.currency(), limit, at));
    }

    Receipt deposit(Deposit command, Clock clock) {
        rules().allow(AccountAction.DEPOSIT);
        return happened(new Deposited(
                id,
                command.journalId(),
                command.kind(),
                command.amount(),
                command.kind().counterAccount(),
                command.reference(),
                command.orderId(),
                time(command.at(), clock)));
    }

    /** To a transfer a no is an answer for ever, as {@link #hold} has it: a node that is late with it gets no other. */
    Receipt withdraw(Withdraw command, Caller caller, Clock clock) {
        try {
            rules().allow(AccountAction.WITHDRAW).isAvailable(command.amount());
        } catch (Refused no) {
            if (command.kind() != MovementKind.TRANSFER || !caller.is(Role.SERVICE)) {
                throw no;
            }
            return happened(new WithdrawalRefused(
                    id,
                    command.journalId(),
                    command.amount(),
                    no.refusal().code(),
                    no.refusal().detail(),
                    time(null, clock)));
        }
        return happened(new Withdrawn(
                id,
                command.journalId(),
                command.kind(),
                command.amount(),
                command.kind().counterAccount(),
                command.reference(),
                time(command.at(), clock)));
    }

    /** To the service itself a no is an answer for ever, which is stored; everybody else may ask again. */
    Receipt hold(HoldFunds command, Caller caller, Clock clock) {
        Instant at = time(command.at(), clock);
        try {
            rules().mayHold(command);
        } catch (Refused no) {
            if (!caller.is(Role.SERVICE)) {
                throw no;
            }
            return happened(new HoldRefused(
                    id,
                    command.holdId(),
                    command.amount(),
                    command.orderId(),
                    no.refusal().code(),
                    no.refusal().detail(),
                    at));
        }
        return happened(new FundsHeld(id, command.holdId(), command.amount(), command.orderId(), at));
    }

    Receipt capture(CaptureHold command, Clock clock) {
        Hold hold = rules().allow(AccountAction.CAPTURE).openHold(command.holdId(), command.amount());
        return happened(new HoldCaptured(
                id,
                command.holdId(),
                command.journalId(),
                command.amount(),
                MovementKind.SALE.counterAccount(),
                hold.orderId(),
                time(command.at(), clock)));
    }

    Receipt release(ReleaseHold command, Clock clock) {
        Money left =
                rules().allow(AccountAction.RELEASE).openHold(command.holdId()).left();
        return happened(new HoldReleased(id, command.holdId(), left, command.reason(), time(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(FreezeAccount command, Clock clock) {
        rules().allow(AccountAction.FREEZE);
        return happened(new AccountFrozen(id, command.reason(), time(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(UnfreezeAccount command, Clock clock) {
        rules().allow(AccountAction.UNFREEZE);
        return happened(new AccountUnfrozen(id, command.note(), time(command.at(), clock)));
    }

    /** {@link AccountHandler} has seen to it that no refund is on its way to it. */
    Receipt close(CloseAccount command, Clock clock) {
        rules().allow(AccountAction.CLOSE).isEmpty().hasNoTransferUnderWay();
        return happened(new AccountClosed(id, command.reason(), time(command.at(), clock)));
    }

    /** Of one whose money never left, or is back, there is nothing to remember. */
    @CommandHandler
    Receipt handle(RecordTransferEnded command, Clock clock) {
        return state().transfersOut().contains(command.transferId())
                ? happened(new TransferEnded(id, command.transferId(), time(null, clock)))
                : unchanged();
    }

    @EventSourcingHandler
    void on(
            AccountEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        id = event.accountId();
        AccountState next = event instanceof AccountCreated created ? AccountState.of(created) : state().evolve(event);
        state = next.handled(commandId, JournalKey.of(event), version);
    }

    @EventSourcingHandler
    void on(AccountState snapshot) {
        id = snapshot.id();
        state = snapshot;
    }

    @Override
    public AccountState snapshot() {
        return state();
    }

    @Override
    public AccountState known() {
        return state();
    }

    AccountState state() {
        return Objects.requireNonNull(state, "There is an account after its first event only");
    }

    AccountRules rules() {
        return new AccountRules(state());
    }

    /** The answer to what is so already. */
    Receipt unchanged() {
        return Receipt.of(id, getVersion()).again();
    }

    private Instant time(@Nullable Instant told, Clock clock) {
        return BusinessTime.of(told, state().openedAt(), clock);
    }

    Receipt happened(AccountEvent event) {
        apply(event);
        return Receipt.of(id, getVersion());
    }
}
