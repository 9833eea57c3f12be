package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountCommand.ApproveAdjustment;
import io.ordertrail.api.account.AccountCommand.DenyAdjustment;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.ExpireAdjustment;
import io.ordertrail.api.account.AccountEvent.AdjustmentApproved;
import io.ordertrail.api.account.AccountEvent.AdjustmentAsked;
import io.ordertrail.api.account.AccountEvent.AdjustmentDenied;
import io.ordertrail.api.account.AccountEvent.AdjustmentExpired;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.RequestRefusal.ApprovalNotFound;
import io.ordertrail.api.message.RequestRefusal.SecondPersonNeeded;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.model.kernel.ApprovalLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rule P7, of accounts. */
class AdjustmentTest {

    private static final ApprovalLimits LIMITS = new ApprovalLimits(
            Map.of(ApprovalKind.ADJUSTMENT, Map.of(CurrencyUnit.EUR, eur("100.00"))), Duration.ofDays(7));
    private static final Instant END = NOW.plus(Duration.ofDays(7));

    /** Who acts in a scenario. */
    private static final String SELF = "c-1";

    private final Scenario<Account> scenario =
            AccountScenario.scenario(new UniqueClaims(Database.empty()), account -> Optional.empty(), LIMITS);

    private static Deposit much() {
        return new Deposit(ACCOUNT, "much", MovementKind.CASH, eur("100.01"), "till 1", null, null);
    }

    private static AdjustmentAsked asked(String by, Instant end) {
        return new AdjustmentAsked(ACCOUNT, 1, much(), null, by, end, NOW);
    }

    @Test
    void what_is_within_the_limit_moves_at_once_and_more_waits() {
        scenario.given(created()).when(deposit("1", "100.00")).then(deposited("1", "100.00"));
        scenario.given(created()).when(much()).then(asked(SELF, END));
    }

    @Test
    void the_service_itself_and_what_is_no_cash_wait_for_nobody() {
        scenario.given(created()).by("SERVICE").when(deposit("1", "500.00")).then(deposited("1", "500.00"));
    }

    @Test
    void P7_another_person_approves_and_the_money_moves() {
        scenario.given(created(), asked("anna", END))
                .when(new ApproveAdjustment(ACCOUNT, 1))
                .then(new AdjustmentApproved(ACCOUNT, 1, SELF, NOW), deposited("much", "100.01"));
        scenario.given(created(), asked(SELF, END))
                .when(new ApproveAdjustment(ACCOUNT, 1))
                .refused(new SecondPersonNeeded(1, SELF));
        scenario.given(created()).when(new ApproveAdjustment(ACCOUNT, 1)).refused(new ApprovalNotFound(1));
    }

    @Test
    void it_can_be_denied_and_ends_by_itself() {
        scenario.given(created(), asked("anna", END))
                .when(new DenyAdjustment(ACCOUNT, 1, "no"))
                .then(new AdjustmentDenied(ACCOUNT, 1, SELF, "no", NOW));
        scenario.given(created(), asked("anna", NOW))
                .by("SERVICE")
                .when(new ExpireAdjustment(ACCOUNT, 1))
                .then(new AdjustmentExpired(ACCOUNT, 1, NOW));
        scenario.given(created(), asked("anna", END))
                .by("SERVICE")
                .when(new ExpireAdjustment(ACCOUNT, 1))
                .nothing();
    }
}
