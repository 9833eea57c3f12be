package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountRefusal;
import io.ordertrail.api.account.AccountRefusal.AccountIsFrozen;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.account.MovementKind;
import org.junit.jupiter.api.Test;

/**
 * A node took the withdrawal of a transfer, and fell asleep; another sent it, was refused, and the transfer had failed.
 * Then money came in, the first node woke, and what it sent was done: the money was moved by a transfer that had
 * failed.
 */
class WithdrawalRefusalTest extends AccountScenario {

    private static final AccountRefusal TOO_LITTLE = new InsufficientFunds(eur("5.00"), eur("0.00"));

    private static Withdraw out() {
        return new Withdraw(ACCOUNT, "t:out", MovementKind.TRANSFER, eur("5.00"), null, null);
    }

    private static WithdrawalRefused refused(AccountRefusal no) {
        return new WithdrawalRefused(ACCOUNT, "t:out", eur("5.00"), no.code(), no.detail(), NOW);
    }

    @Test
    void a_transfer_is_answered_for_ever() {
        given(created()).by("SERVICE").when(out()).then(refused(TOO_LITTLE));
        given(created("9.00"), frozen()).by("SERVICE").when(out()).then(refused(new AccountIsFrozen(ACCOUNT)));
    }

    @Test
    void a_refused_withdrawal_never_succeeds_later_whatever_comes_in() {
        given(created(), refused(TOO_LITTLE), deposited("1", "50.00"))
                .by("SERVICE")
                .when(out())
                .changesNothing(1);
    }

    @Test
    void people_are_refused_and_may_ask_again() {
        given(created()).when(withdraw("1", "5.00")).refused(TOO_LITTLE);
        given(created()).when(out()).refused(TOO_LITTLE);
    }
}
