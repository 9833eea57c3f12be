package io.ordertrail.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.ActionAnswer;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What may be done to an account. */
class AccountActionTest {

    private static final Money NOTHING = Money.parse("EUR 0.00");
    private static final Money TEN = Money.parse("EUR 10.00");

    @Test
    void finding_3_10_what_may_not_be_done_to_an_account_has_its_reason() {
        assertThat(actions(AccountStatus.OPEN, NOTHING, NOTHING))
                .containsExactly(
                        "DEPOSIT",
                        "WITHDRAW",
                        "HOLD",
                        "CAPTURE",
                        "RELEASE",
                        "FREEZE",
                        "UNFREEZE ACCOUNT_IS_NOT_FROZEN",
                        "CLOSE");
        assertThat(actions(AccountStatus.FROZEN, NOTHING, NOTHING))
                .contains("DEPOSIT", "WITHDRAW ACCOUNT_IS_FROZEN", "UNFREEZE");
        assertThat(actions(AccountStatus.CLOSED, NOTHING, NOTHING))
                .allSatisfy(answer -> assertThat(answer).endsWith(" ACCOUNT_IS_CLOSED"));
    }

    @Test
    void A5_what_has_money_on_it_or_held_is_not_closed() {
        assertThat(actions(AccountStatus.OPEN, TEN, NOTHING)).contains("CLOSE ACCOUNT_NOT_EMPTY");
        assertThat(actions(AccountStatus.OPEN, NOTHING, TEN)).contains("CLOSE ACCOUNT_NOT_EMPTY");
    }

    private static List<String> actions(AccountStatus status, Money balance, Money held) {
        return AccountAction.answers("account-1", status, balance, held).stream()
                .map(AccountActionTest::word)
                .toList();
    }

    private static String word(ActionAnswer answer) {
        return answer.action() + (answer.allowed() ? "" : " " + answer.code());
    }
}
