package io.ordertrail.command.returns;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnRefusal.ReturnAlreadyDecided;
import io.ordertrail.api.returns.ReturnRefusal.ReturnIdTaken;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.RmaStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnOpeningTest extends ReturnScenario {

    private static final ApproveReturn APPROVE = new ApproveReturn(ID, null, null);
    private static final RejectReturn REJECT = new RejectReturn(ID, "Worn", null);

    @Test
    void R1_and_R2_the_service_opens_what_the_order_admitted() {
        given().by("SERVICE").when(OPEN).then(REQUESTED).answer(Receipt.of(ID, 0));
    }

    @Test
    void R1_and_R2_nobody_else_opens_a_return() {
        given().by("SUPERVISOR").when(OPEN).forbidden();
    }

    @Test
    void what_is_opened_again_stays_as_it_is() {
        given(REQUESTED, APPROVED)
                .by("SERVICE")
                .when(OPEN)
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void an_id_names_one_return() {
        given(REQUESTED)
                .by("SERVICE")
                .when(new OpenReturn(ID, ORDER, LINES.subList(0, 1), ACCOUNT, ASKED_AT))
                .refused(new ReturnIdTaken(ID));
    }

    @Test
    void a_return_has_lines_an_id_made_of_its_orders_and_an_account_if_any() {
        given().by("SERVICE")
                .when(new OpenReturn("return-1", ORDER, List.of(), "me", ASKED_AT))
                .faulty("/returnId MALFORMED", "/lines REQUIRED", "/creditAccountId MALFORMED");
    }

    @Test
    void staff_approves_and_says_until_when_the_goods_must_come() {
        given(REQUESTED).when(APPROVE).then(new ReturnApproved(ID, ORDER, null, NOW.plus(RECEIPT), NOW));
    }

    @Test
    void an_approval_that_is_entered_late_leaves_all_the_time_to_send_the_goods() {
        given(REQUESTED)
                .when(new ApproveReturn(ID, null, APPROVED_AT))
                .then(new ReturnApproved(ID, ORDER, null, NOW.plus(RECEIPT), APPROVED_AT));
    }

    @Test
    void nothing_is_approved_before_it_was_asked_for() {
        Instant before = ASKED_AT.minusSeconds(1);
        given(REQUESTED).when(new ApproveReturn(ID, null, before)).refused(new ImpossibleTime(before, ASKED_AT, NOW));
    }

    @Test
    void staff_rejects_with_a_reason() {
        given(REQUESTED).when(REJECT).then(new ReturnRejected(ID, ORDER, "Worn", NOW));
        prepare();
        given(REQUESTED).when(new RejectReturn(ID, " ", null)).faulty("/reason REQUIRED");
    }

    @Test
    void a_customer_decides_nothing() {
        given(REQUESTED).by("CUSTOMER").when(APPROVE).forbidden();
        prepare();
        given(REQUESTED).by("CUSTOMER").when(REJECT).forbidden();
    }

    @Test
    void a_return_is_decided_once() {
        given(REQUESTED, APPROVED).when(REJECT).refused(new ReturnAlreadyDecided(RmaStatus.APPROVED));
        prepare();
        given(REQUESTED, REJECTED).when(APPROVE).refused(new ReturnAlreadyDecided(RmaStatus.REJECTED));
    }

    @Test
    void what_was_never_opened_is_not_found() {
        given().when(APPROVE).refused(new ReturnNotFound(ID));
    }

    @Test
    void a_return_whose_goods_did_not_come_in_time_expires() {
        given(REQUESTED, approvedUntil(NOW))
                .by("SERVICE")
                .when(new ExpireReturn(ID))
                .then(new ReturnExpired(ID, ORDER, NOW));
    }

    @Test
    void it_does_not_expire_early() {
        given(REQUESTED, approvedUntil(NOW.plusMillis(1)))
                .by("SERVICE")
                .when(new ExpireReturn(ID))
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void it_does_not_expire_once_goods_came_or_twice_or_undecided() {
        given(REQUESTED, approvedUntil(NOW), came(units("1", 1)))
                .by("SERVICE")
                .when(new ExpireReturn(ID))
                .then();
        prepare();
        given(REQUESTED, approvedUntil(NOW), new ReturnExpired(ID, ORDER, NOW))
                .by("SERVICE")
                .when(new ExpireReturn(ID))
                .then();
        prepare();
        given(REQUESTED).by("SERVICE").when(new ExpireReturn(ID)).then();
    }

    @Test
    void nobody_but_the_service_lets_it_expire() {
        given(REQUESTED, approvedUntil(NOW)).when(new ExpireReturn(ID)).forbidden();
    }

    @Test
    void O7_the_same_command_again_changes_nothing_and_answers_the_same() {
        givenCausedBy("command-1", REQUESTED, APPROVED)
                .when("command-1", APPROVE)
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void a_command_that_expects_an_older_version_is_refused() {
        given(REQUESTED, APPROVED).ifMatch(0).when(REJECT).refused(new StaleVersion(0, 1));
    }
}
