package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal.AccountIdTaken;
import io.ordertrail.api.account.AccountRefusal.AccountIsClosed;
import io.ordertrail.api.account.AccountRefusal.AccountIsFrozen;
import io.ordertrail.api.account.AccountRefusal.AccountIsNotFrozen;
import io.ordertrail.api.account.AccountRefusal.AccountNotEmpty;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AccountRulesTest extends AccountScenario {

    @Test
    void an_account_is_opened_empty() {
        givenNothing().when(open(null)).then(at(created("0.00"))).answer(Receipt.of(ACCOUNT, 0));
    }

    @Test
    void an_account_is_opened_with_a_credit_limit() {
        givenNothing().when(open(eur("50.00"))).then(at(created("50.00")));
    }

    @Test
    void an_account_is_opened_once() {
        given(created()).when("command-2", open(null)).refused(new AccountIdTaken(ACCOUNT));
        givenCausedBy("command-1", created()).when("command-1", open(null)).changesNothing(0);
    }

    @Test
    void an_account_has_an_owner_a_kind_and_a_limit_in_its_currency() {
        givenNothing()
                .when(new OpenAccount("account-1", " ", null, CurrencyUnit.EUR, Money.parse("USD -1.00"), null))
                .faulty(
                        "/accountId MALFORMED",
                        "/ownerId REQUIRED",
                        "/kind REQUIRED",
                        "/creditLimit CURRENCY_MISMATCH",
                        "/creditLimit NEGATIVE");
    }

    @Test
    void an_account_has_a_currency() {
        givenNothing()
                .when(new OpenAccount(ACCOUNT, "c-1", AccountKind.GIFT_CARD, null, null, null))
                .faulty("/currency REQUIRED");
    }

    @Test
    void A1_what_is_there_may_be_withdrawn_to_the_last_cent() {
        given(created(), deposited("1", "10.00"))
                .when(withdraw("2", "10.00"))
                .then(withdrawn("2", "10.00"))
                .answer(Receipt.of(ACCOUNT, 2));
    }

    @Test
    void A1_a_withdrawal_beyond_what_is_available_is_refused() {
        given(created(), deposited("1", "10.00"))
                .when(withdraw("2", "10.01"))
                .refused(new InsufficientFunds(eur("10.01"), eur("10.00")));
    }

    @Test
    void A1_the_credit_limit_may_be_withdrawn_too() {
        given(created("50.00"), deposited("1", "10.00"))
                .when(withdraw("2", "60.00"))
                .then(withdrawn("2", "60.00"));
        given(created("50.00"), deposited("1", "10.00"), withdrawn("2", "60.00"))
                .when(withdraw("3", "0.01"))
                .refused(new InsufficientFunds(eur("0.01"), eur("0.00")));
    }

    @Test
    void A1_what_is_held_may_not_be_withdrawn() {
        given(created(), deposited("1", "10.00"), held("h", "4.00"))
                .when(withdraw("2", "6.01"))
                .refused(new InsufficientFunds(eur("6.01"), eur("6.00")));
    }

    @Test
    void A2_a_movement_is_of_more_than_nothing_in_the_accounts_currency() {
        given(created()).when(deposit("1", "0.00")).faulty("/amount ZERO");
        given(created()).when(deposit("1", "-1.00")).faulty("/amount NEGATIVE");
        given(created()).when(deposit("1", "1000000000000000.00")).faulty("/amount TOO_LARGE");
        given(created())
                .when(new Withdraw(ACCOUNT, "1", MovementKind.CASH, Money.parse("USD 1.00"), null, null))
                .faulty("/amount CURRENCY_MISMATCH");
        given(created()).when(hold("h", "0.00")).faulty("/amount ZERO");
        given(created()).when(capture("h", "1", "0.00")).faulty("/amount ZERO");
    }

    @Test
    void A3_a_movement_names_its_journal_and_its_counter_account() {
        given(created()).when(deposit(" ", "1.00")).faulty("/journalId REQUIRED");
        given(created())
                .when(new Deposit(ACCOUNT, "1", MovementKind.REFUND, eur("1.00"), null, ORDER, null))
                .then(new Deposited(ACCOUNT, "1", MovementKind.REFUND, eur("1.00"), "@refunds", null, ORDER, NOW));
    }

    @Test
    void A3_money_goes_only_the_ways_there_are() {
        given(created())
                .when(new Deposit(ACCOUNT, "1", MovementKind.SALE, eur("1.00"), null, null, null))
                .faulty("/kind NOT_THIS_WAY");
        given(created(), deposited("1", "5.00"))
                .when(new Withdraw(ACCOUNT, "1", MovementKind.REFUND, eur("1.00"), null, null))
                .faulty("/kind NOT_THIS_WAY");
        given(created())
                .when(new Deposit(ACCOUNT, "1", null, eur("1.00"), null, null, null))
                .faulty("/kind REQUIRED");
    }

    @Test
    void A5_an_empty_account_is_closed() {
        given(created(), deposited("1", "5.00"), withdrawn("2", "5.00"))
                .when(new CloseAccount(ACCOUNT, "moved away", null))
                .then(closed());
    }

    @Test
    void A5_an_account_with_money_on_it_is_not_closed() {
        given(created(), deposited("1", "5.00"))
                .when(new CloseAccount(ACCOUNT, null, null))
                .refused(new AccountNotEmpty(eur("5.00"), eur("0.00")));
    }

    @Test
    void A5_an_account_with_holds_or_debts_is_not_closed() {
        given(created("10.00"), held("h", "4.00"))
                .when(new CloseAccount(ACCOUNT, null, null))
                .refused(new AccountNotEmpty(eur("0.00"), eur("4.00")));
        given(created("10.00"), withdrawn("1", "4.00"))
                .when(new CloseAccount(ACCOUNT, null, null))
                .refused(new AccountNotEmpty(eur("-4.00"), eur("0.00")));
    }

    @Test
    void a_closed_account_takes_nothing_in_for_ever() {
        given(created(), closed()).when(deposit("1", "1.00")).refused(new AccountIsClosed(ACCOUNT));
        given(created(), closed()).when(hold("h", "1.00")).refused(new AccountIsClosed(ACCOUNT));
        given(created(), closed())
                .when(new UnfreezeAccount(ACCOUNT, null, null))
                .refused(new AccountIsClosed(ACCOUNT));
        given(created(), closed()).when(new CloseAccount(ACCOUNT, null, null)).refused(new AccountIsClosed(ACCOUNT));
    }

    @Test
    void nothing_is_taken_out_of_a_frozen_account_and_nothing_new_is_held() {
        given(created("9.00"), frozen()).when(withdraw("1", "1.00")).refused(new AccountIsFrozen(ACCOUNT));
        given(created("9.00"), frozen()).when(hold("h", "1.00")).refused(new AccountIsFrozen(ACCOUNT));
        given(created(), frozen()).when(new CloseAccount(ACCOUNT, null, null)).refused(new AccountIsFrozen(ACCOUNT));
    }

    @Test
    void into_a_frozen_account_money_may_come_and_what_was_held_may_be_captured_and_released() {
        given(created(), frozen()).when(deposit("1", "1.00")).then(deposited("1", "1.00"));
        given(created("9.00"), held("h", "4.00"), frozen())
                .when(capture("h", "1", "3.00"))
                .then(captured("h", "1", "3.00"));
        given(created("9.00"), held("h", "4.00"), frozen()).when(release("h")).then(released("h", "4.00"));
    }

    @Test
    void an_account_is_frozen_and_unfrozen() {
        given(created()).when(new FreezeAccount(ACCOUNT, "lost card", null)).then(frozen());
        given(created(), frozen())
                .when(new UnfreezeAccount(ACCOUNT, "found", null))
                .then(new AccountUnfrozen(ACCOUNT, "found", NOW));
        given(created()).when(new UnfreezeAccount(ACCOUNT, null, null)).refused(new AccountIsNotFrozen(ACCOUNT));
        given(created(), frozen())
                .when(new FreezeAccount(ACCOUNT, "again", null))
                .refused(new AccountIsFrozen(ACCOUNT));
        given(created()).when(new FreezeAccount(ACCOUNT, " ", null)).faulty("/reason REQUIRED");
    }

    @Test
    void money_is_moved_by_staff_and_by_the_service_only() {
        given(created()).by("").when(deposit("1", "1.00")).forbidden();
        given(created()).by("CUSTOMER").when(withdraw("1", "1.00")).forbidden();
        givenNothing().by("").when(open(null)).forbidden();
        given(created()).by("").when(new FreezeAccount(ACCOUNT, "x", null)).forbidden();
        given(created()).by("SERVICE").when(deposit("1", "1.00")).then(deposited("1", "1.00"));
    }

    @Test
    void an_account_that_was_never_opened_is_not_found() {
        givenNothing().when(deposit("1", "1.00")).refused(new AccountNotFound(ACCOUNT));
        givenNothing().when(new FreezeAccount(ACCOUNT, "x", null)).refused(new AccountNotFound(ACCOUNT));
    }

    @Test
    void a_movement_is_not_before_the_account_nor_in_the_future() {
        Instant before = OPENED.minusSeconds(1);
        given(created())
                .when(new Deposit(ACCOUNT, "1", MovementKind.CASH, eur("1.00"), null, null, before))
                .refused(new ImpossibleTime(before, OPENED, NOW));
    }

    private static Object at(AccountCreated created) {
        return new AccountCreated(
                created.accountId(), created.ownerId(), created.kind(), created.currency(), created.creditLimit(), NOW);
    }
}
