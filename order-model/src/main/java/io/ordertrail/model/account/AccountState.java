package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.model.kernel.ProcessedCommands;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All that an account must remember in order to decide, which is also what its snapshots hold: raise the revision with
 * every change. It only changes by events ({@link AccountEvolution}), and does not grow with their number. It is made
 * anew with each event, so what it remembers is shared by them all, not copied, and its holds are not added up.
 *
 * @param holds open ones by their id
 * @param held what is left of all of them
 * @param transfersOut ids of the transfers whose money has left and that have not ended
 * @param adjustments what waits for a second person
 * @param commands rule O7, for the latest ones
 * @param journals rule A4, for the latest movements and holds, by {@link JournalKey}; the command side knows the older
 *     ones
 */
@Named(value = "account.snapshot", revision = "2")
@RecordBuilder
public record AccountState(
        @DataSubject(byOwner = true) String id,
        String ownerId,
        AccountKind kind,
        AccountStatus status,
        Money balance,
        Money creditLimit,
        Map<String, Hold> holds,
        Money held,
        Set<String> transfersOut,
        Adjustments adjustments,
        Instant openedAt,
        ProcessedCommands commands,
        ProcessedCommands journals)
        implements AccountStateBuilder.With {

    /** How many commands, and how many movements, the state itself remembers. */
    public static final int REMEMBERED = 100;

    public AccountState {
        holds = shared(holds);
        transfersOut = shared(transfersOut);
    }

    public static AccountState of(AccountCreated account) {
        Money nothing = Money.zero(account.currency());
        return new AccountState(
                account.accountId(),
                account.ownerId(),
                account.kind(),
                AccountStatus.OPEN,
                nothing,
                account.creditLimit(),
                Map.of(),
                nothing,
                Set.of(),
                Adjustments.NONE,
                account.at(),
                ProcessedCommands.latest(REMEMBERED),
                ProcessedCommands.latest(REMEMBERED));
    }

    public AccountState evolve(AccountEvent event) {
        return AccountEvolution.FOLD.next(this, event);
    }

    /** Rule A1. */
    public Money available() {
        return balance.plus(creditLimit).minus(held);
    }

    /** Whether there is nothing on it, nothing on its way from it, and nothing waits for a second person. */
    public boolean isAtRest() {
        return balance.isZero()
                && holds.isEmpty()
                && transfersOut.isEmpty()
                && adjustments.open().isEmpty();
    }

    /** Nothing is remembered of a hold of which nothing is left. */
    AccountState hold(String holdId, @Nullable Hold hold) {
        Hold before = holds.get(holdId);
        Money sum = before == null ? held : held.minus(before.left());
        PMap<String, Hold> all = shared(holds);
        return hold == null || hold.left().isZero()
                ? with(it -> it.holds(all.minus(holdId)).held(sum))
                : with(it -> it.holds(all.plus(holdId, hold)).held(sum.plus(hold.left())));
    }

    AccountState transferBegun(String transferId) {
        return withTransfersOut(shared(transfersOut).plus(transferId));
    }

    AccountState transferEnded(String transferId) {
        return withTransfersOut(shared(transfersOut).minus(transferId));
    }

    public AccountState handled(@Nullable String commandId, @Nullable String journal, long version) {
        return with(it -> it.commands(commands.with(commandId, version)).journals(journals.with(journal, version)));
    }

    private static PMap<String, Hold> shared(Map<String, Hold> holds) {
        return holds instanceof PMap<String, Hold> known ? known : HashTreePMap.from(holds);
    }

    private static PSet<String> shared(Set<String> names) {
        return names instanceof PSet<String> known ? known : HashTreePSet.from(names);
    }
}
