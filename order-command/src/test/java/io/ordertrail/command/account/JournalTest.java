package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountRefusal.HoldExceeded;
import io.ordertrail.api.account.AccountRefusal.HoldIdTaken;
import io.ordertrail.api.account.AccountRefusal.HoldNotOpen;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.model.account.AccountState;
import io.ordertrail.model.account.JournalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule A4, and holds. */
class JournalTest extends AccountScenario {

    private static final int MANY = 10_000;

    @Test
    void A4_the_same_journal_twice_changes_nothing() {
        given(created(), deposited("1", "5.00")).when(deposit("1", "5.00")).changesNothing(1);
        given(created("9.00"), withdrawn("1", "5.00"))
                .when(withdraw("1", "5.00"))
                .changesNothing(1);
    }

    @Test
    void A4_a_repeat_changes_nothing_even_where_it_would_be_refused_by_now() {
        given(created(), deposited("1", "5.00"), withdrawn("2", "5.00"), frozen())
                .when(withdraw("2", "5.00"))
                .changesNothing(2);
    }

    @Test
    void A4_another_journal_is_another_movement() {
        given(created(), deposited("1", "5.00")).when(deposit("2", "5.00")).then(deposited("2", "5.00"));
    }

    @Test
    void A4_what_was_refused_was_not_entered() {
        given(created())
                .and(deposit("1", "5.00"))
                .when(withdraw("2", "6.00"))
                .refused(new InsufficientFunds(eur("6.00"), eur("5.00")));
    }

    @Test
    void A4_a_movement_is_known_after_ten_thousand_others() {
        List<Object> events = new ArrayList<>(List.of(created()));
        IntStream.range(0, MANY).forEach(n -> events.add(deposited("j-" + n, "1.00")));
        UniqueClaims names = new UniqueClaims(Database.empty());
        names.claim(Journal.KIND, ACCOUNT + "/" + JournalKey.movement("j-0"), ACCOUNT);
        scenario = scenario(names, account -> Optional.empty());
        given(events.toArray()).when(deposit("j-0", "1.00")).changesNothing(1);
    }

    @Test
    void A4_the_state_does_not_grow_with_the_number_of_movements() {
        AccountState state = AccountState.of(created());
        for (int n = 0; n < 1000; n++) {
            state = state.evolve(deposited("j-" + n, "1.00")).handled("c-" + n, "move:j-" + n, n);
        }
        assertThat(state.commands().versions())
                .hasSizeBetween(AccountState.REMEMBERED, AccountState.REMEMBERED * 5 / 4);
        assertThat(state.journals().versions())
                .hasSizeBetween(AccountState.REMEMBERED, AccountState.REMEMBERED * 5 / 4);
    }

    /** The row's transaction may be stored where an Axon Server then fails to store the event. */
    @Test
    void A4_a_name_that_was_claimed_for_a_movement_that_never_happened_stands_in_no_ones_way() {
        UniqueClaims names = new UniqueClaims(Database.empty());
        names.claim(Journal.KIND, ACCOUNT + "/" + JournalKey.movement("1"), ACCOUNT);
        scenario = scenario(names, account -> Optional.empty());
        given(created()).when(deposit("1", "5.00")).then(deposited("1", "5.00"));
    }

    @Test
    void O7_the_same_command_again_changes_nothing() {
        givenCausedBy("command-1", created(), frozen())
                .ifMatch(0)
                .when("command-1", deposit("2", "5.00"))
                .changesNothing(1);
    }

    @Test
    void a_movement_decided_on_an_old_version_is_refused() {
        given(created(), deposited("1", "5.00"))
                .ifMatch(0)
                .when(withdraw("2", "5.00"))
                .refused(new StaleVersion(0, 1));
    }

    @Test
    void A1_what_is_available_may_be_held_once() {
        given(created(), deposited("1", "5.00")).when(hold("h", "5.00")).then(held("h", "5.00"));
        given(created(), deposited("1", "5.00"), held("h", "3.00"))
                .when(hold("i", "2.01"))
                .refused(new InsufficientFunds(eur("2.01"), eur("2.00")));
    }

    @Test
    void a_hold_of_the_same_id_and_amount_changes_nothing() {
        given(created("9.00"), held("h", "5.00")).when(hold("h", "5.00")).changesNothing(1);
    }

    @Test
    void a_hold_of_the_same_id_and_another_amount_is_refused() {
        given(created("9.00"), held("h", "5.00")).when(hold("h", "4.00")).refused(new HoldIdTaken("h", eur("5.00")));
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "1.00"))
                .when(hold("h", "4.00"))
                .refused(new HoldIdTaken("h", eur("5.00")));
    }

    @Test
    void a_hold_that_has_ended_is_not_begun_again() {
        given(created("9.00"), held("h", "5.00"), released("h", "5.00"))
                .when(hold("h", "5.00"))
                .changesNothing(1);
    }

    @Test
    void a_hold_is_captured_in_parts_and_the_rest_stays_held() {
        given(created("9.00"), held("h", "5.00"))
                .when(capture("h", "1", "2.00"))
                .then(captured("h", "1", "2.00"));
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "2.00"))
                .when(capture("h", "2", "3.01"))
                .refused(new HoldExceeded(eur("3.01"), eur("3.00")));
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "2.00"))
                .when(release("h"))
                .then(released("h", "3.00"));
    }

    @Test
    void A4_the_same_capture_twice_changes_nothing() {
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "5.00"))
                .when(capture("h", "1", "5.00"))
                .changesNothing(2);
    }

    @Test
    void nothing_is_captured_of_a_hold_that_has_ended_or_never_was() {
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "5.00"))
                .when(capture("h", "2", "1.00"))
                .refused(new HoldNotOpen("h"));
        given(created("9.00")).when(capture("h", "2", "1.00")).refused(new HoldNotOpen("h"));
    }

    @Test
    void a_hold_is_released_once_and_a_hold_that_never_was_not_at_all() {
        given(created("9.00"), held("h", "5.00"), released("h", "5.00"))
                .when(release("h"))
                .changesNothing(2);
        given(created("9.00"), held("h", "5.00"), captured("h", "1", "5.00"))
                .when(release("h"))
                .changesNothing(2);
        given(created("9.00")).when(release("h")).refused(new HoldNotOpen("h"));
    }

    @Test
    void what_was_released_is_available_again() {
        given(created(), deposited("1", "5.00"), held("h", "5.00"), released("h", "5.00"))
                .when(withdraw("2", "5.00"))
                .then(withdrawn("2", "5.00"))
                .answer(Receipt.of(ACCOUNT, 4));
    }
}
