package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal;
import io.ordertrail.api.account.AccountRefusal.AccountIsFrozen;
import io.ordertrail.api.account.AccountRefusal.AccountOfAnother;
import io.ordertrail.api.account.AccountRefusal.HoldNotOpen;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.model.account.AccountState;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What an account does not hold, and whose orders it pays. */
class HoldRefusalTest extends AccountScenario {

    private static final AccountRefusal TOO_LITTLE = new InsufficientFunds(eur("5.00"), eur("0.00"));

    @Test
    void bug_3_7_what_the_service_was_refused_once_is_an_event() {
        given(created())
                .by("SERVICE")
                .when(hold("h", "5.00"))
                .then(holdRefused("h", "5.00", TOO_LITTLE))
                .answer(Receipt.of(ACCOUNT, 1));
    }

    @Test
    void bug_3_7_a_refused_hold_never_succeeds_later_whatever_comes_in() {
        given(created(), holdRefused("h", "5.00", TOO_LITTLE), deposited("1", "50.00"))
                .by("SERVICE")
                .when(hold("h", "5.00"))
                .changesNothing(1);
    }

    @Test
    void bug_3_7_not_even_long_after_the_state_has_forgotten_it() {
        Object[] deposits = new Object[AccountState.REMEMBERED * 2];
        for (int n = 0; n < deposits.length; n++) {
            deposits[n] = deposit("j-" + n, "1.00");
        }
        given(created())
                .and(hold("h", "5.00"))
                .and(deposits)
                .by("SERVICE")
                .when(hold("h", "5.00"))
                .changesNothing(1);
    }

    @Test
    void another_hold_is_another_question() {
        given(created(), holdRefused("h", "5.00", TOO_LITTLE), deposited("1", "50.00"))
                .by("SERVICE")
                .when(hold("i", "5.00"))
                .then(held("i", "5.00"));
    }

    @Test
    void nothing_is_left_to_release_and_nothing_to_capture_of_it() {
        given(created()).and(hold("h", "5.00")).by("SERVICE").when(release("h")).changesNothing(1);
        given(created(), holdRefused("h", "5.00", TOO_LITTLE))
                .by("SERVICE")
                .when(capture("h", "1", "5.00"))
                .refused(new HoldNotOpen("h"));
    }

    @Test
    void whatever_the_reason_the_service_is_answered_for_ever() {
        given(created("9.00"), frozen())
                .by("SERVICE")
                .when(hold("h", "5.00"))
                .then(holdRefused("h", "5.00", new AccountIsFrozen(ACCOUNT)));
    }

    @Test
    void staff_may_ask_again() {
        given(created()).when(hold("h", "5.00")).refused(TOO_LITTLE);
    }

    @Test
    void a_customers_account_pays_for_its_owner() {
        given(created("9.00")).when(hold("h", "5.00", "c-1")).then(held("h", "5.00"));
    }

    @Test
    void a_customers_account_pays_for_nobody_elses_order() {
        AccountRefusal no = new AccountOfAnother(ACCOUNT);
        given(created("9.00")).by("SERVICE").when(hold("h", "5.00", "c-2")).then(holdRefused("h", "5.00", no));
        given(created("9.00")).when(hold("i", "5.00", "c-2")).refused(no);
        given(created("9.00")).when(hold("i", "5.00", null)).refused(no);
    }

    @Test
    void what_is_held_for_no_order_is_nobodys() {
        given(created("9.00"))
                .when(new HoldFunds(ACCOUNT, "h", eur("5.00"), null, null, null))
                .then(new FundsHeld(ACCOUNT, "h", eur("5.00"), null, NOW));
    }

    @Test
    void a_gift_card_pays_for_whoever_has_it() {
        AccountCreated card =
                new AccountCreated(ACCOUNT, "c-1", AccountKind.GIFT_CARD, CurrencyUnit.EUR, eur("9.00"), OPENED);
        given(card).when(hold("h", "5.00", "c-2")).then(held("h", "5.00"));
    }
}
