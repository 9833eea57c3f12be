package io.ordertrail.api.account;

import io.ordertrail.api.message.ActionAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What may be done to an account as a whole. Amounts are another matter. */
public enum AccountAction {
    DEPOSIT,
    WITHDRAW,
    HOLD,
    CAPTURE,
    RELEASE,
    FREEZE,
    UNFREEZE,
    CLOSE;

    /** Whether an account of this status may take it in. */
    public boolean isAllowedWhen(AccountStatus status) {
        return switch (this) {
            case DEPOSIT, CAPTURE, RELEASE -> status != AccountStatus.CLOSED;
            case WITHDRAW, HOLD, FREEZE, CLOSE -> status == AccountStatus.OPEN;
            case UNFREEZE -> status == AccountStatus.FROZEN;
        };
    }

    /** The refusal by the account's status, for any caller; empty if the action is allowed. */
    public Optional<AccountRefusal> refusalWhen(AccountStatus status, String accountId) {
        if (isAllowedWhen(status)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case OPEN -> new AccountRefusal.AccountIsNotFrozen(accountId);
                    case FROZEN -> new AccountRefusal.AccountIsFrozen(accountId);
                    case CLOSED -> new AccountRefusal.AccountIsClosed(accountId);
                });
    }

    /** Every action with its answer, in their order; rule A5 is asked for what is on the account too. */
    public static List<ActionAnswer> answers(String accountId, AccountStatus status, Money balance, Money held) {
        return Arrays.stream(values())
                .map(action -> ActionAnswer.of(
                        action,
                        action.refusalWhen(status, accountId)
                                .or(() -> action == CLOSE && !(balance.isZero() && held.isZero())
                                        ? Optional.of(new AccountRefusal.AccountNotEmpty(balance, held))
                                        : Optional.empty())))
                .toList();
    }
}
