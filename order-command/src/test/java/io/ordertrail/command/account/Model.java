package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.eur;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.RecordTransferEnded;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.api.account.MovementKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/** What an account is, written down once more as plainly as can be. */
final class Model {

    Money balance = eur("0.00");
    AccountStatus status = AccountStatus.OPEN;
    int changes;

    private final Money limit;
    private final Map<String, Money> left = new HashMap<>();
    private final Map<String, Money> everHeld = new HashMap<>();
    private final Set<String> transfersOut = new HashSet<>();
    private final Set<String> journals = new HashSet<>();

    Model(int limit) {
        this.limit = eur(limit + ".00");
    }

    Money held() {
        return left.values().stream().reduce(eur("0.00"), Money::plus);
    }

    /** Does it, where it may be done. */
    boolean accepts(AccountCommand command) {
        if (command instanceof Deposit in) {
            return in.amount().isPositive()
                    && move(in.journalId(), status != AccountStatus.CLOSED, () -> {
                        balance = balance.plus(in.amount());
                        transfersOut.remove(in.journalId().replace(":back", ":out"));
                    });
        }
        if (command instanceof Withdraw out) {
            boolean may = status == AccountStatus.OPEN && isFree(out.amount());
            return out.amount().isPositive()
                    && move(out.journalId(), may, () -> {
                        balance = balance.minus(out.amount());
                        if (out.kind() == MovementKind.TRANSFER) {
                            transfersOut.add(out.journalId());
                        }
                    });
        }
        if (command instanceof HoldFunds hold) {
            return hold(hold.holdId(), hold.amount());
        }
        if (command instanceof CaptureHold capture) {
            Money rest = left.getOrDefault(capture.holdId(), eur("-1.00"));
            boolean may = !rest.isNegative() && !rest.isLessThan(capture.amount());
            return move(capture.journalId(), may, () -> {
                balance = balance.minus(capture.amount());
                keep(capture.holdId(), rest.minus(capture.amount()));
            });
        }
        if (command instanceof ReleaseHold release) {
            if (left.containsKey(release.holdId())) {
                return done(() -> left.remove(release.holdId()));
            }
            return everHeld.containsKey(release.holdId());
        }
        if (command instanceof FreezeAccount) {
            return status == AccountStatus.OPEN && done(() -> status = AccountStatus.FROZEN);
        }
        if (command instanceof UnfreezeAccount) {
            return status == AccountStatus.FROZEN && done(() -> status = AccountStatus.OPEN);
        }
        if (command instanceof RecordTransferEnded ended) {
            return !transfersOut.remove(ended.transferId() + ":out") || done(() -> {});
        }
        return command instanceof CloseAccount
                && transfersOut.isEmpty()
                && status == AccountStatus.OPEN
                && balance.isZero()
                && left.isEmpty()
                && done(() -> status = AccountStatus.CLOSED);
    }

    private boolean hold(String id, Money amount) {
        if (left.containsKey(id) && !everHeld.get(id).equals(amount)) {
            return false;
        }
        if (everHeld.containsKey(id)) {
            return true;
        }
        return status == AccountStatus.OPEN
                && isFree(amount)
                && done(() -> {
                    everHeld.put(id, amount);
                    left.put(id, amount);
                });
    }

    private boolean move(String journal, boolean may, Runnable change) {
        return journals.contains(journal)
                || (may
                        && done(() -> {
                            journals.add(journal);
                            change.run();
                        }));
    }

    private boolean isFree(Money amount) {
        return !balance.plus(limit).minus(held()).isLessThan(amount);
    }

    private void keep(String id, Money rest) {
        if (rest.isZero()) {
            left.remove(id);
        } else {
            left.put(id, rest);
        }
    }

    private boolean done(Runnable change) {
        change.run();
        changes++;
        return true;
    }
}
