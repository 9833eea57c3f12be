package io.ordertrail.command.returns;

import static io.ordertrail.api.returns.ReturnCommand.Disposition.REJECT;
import static io.ordertrail.api.returns.ReturnCommand.Disposition.RESTOCK;

import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnCommand.SettleReturn;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnRefusal.NoRefundDue;
import io.ordertrail.api.returns.ReturnRefusal.NotToBeClosed;
import io.ordertrail.api.returns.ReturnRefusal.RefundTooHigh;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.command.Scenario.Given;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnRefundTest extends ReturnScenario {

    private static final CloseReturn CLOSE = new CloseReturn(ID);
    private static final ReturnClosed CLOSED = new ReturnClosed(ID, ORDER, List.of(units("2", 1)), NOW);
    private static final ReturnRefunded REFUNDED = new ReturnRefunded(ID, ORDER, eur("7.50"), "payment-1", NOW);

    private Given<Return> inspectedAnd(Object... more) {
        return given(Stream.concat(
                        Stream.of(
                                REQUESTED, APPROVED, came(units("2", 1)), inspected("7.50", verdict("2", 1, RESTOCK))),
                        Stream.of(more))
                .toArray());
    }

    private static SettleReturn settle(String amount, @Nullable String to) {
        return new SettleReturn(ID, eur(amount), to);
    }

    @Test
    void R3_when_its_order_owes_nothing_more_the_money_is_back_and_it_ends() {
        inspectedAnd().by("SERVICE").when(settle("7.50", "payment-1")).then(REFUNDED, CLOSED);
    }

    @Test
    void where_nothing_had_been_paid_it_just_ends() {
        inspectedAnd().by("SERVICE").when(settle("0.00", null)).then(CLOSED);
    }

    @Test
    void R3_no_more_is_given_back_than_is_due() {
        inspectedAnd()
                .by("SERVICE")
                .when(settle("7.51", "payment-1"))
                .refused(new RefundTooHigh(eur("7.51"), eur("7.50")));
    }

    @Test
    void report_R7_shipping_that_goes_back_is_due_too() {
        Verdict found = verdict("2", 1, REJECT);
        ReturnInspected inspected = new ReturnInspected(ID, ORDER, List.of(found), skus(found), SEEN_AT);
        ReturnRefundDecided decided = new ReturnRefundDecided(ID, ORDER, eur("0.00"), eur("4.90"), null, null, SEEN_AT);
        given(REQUESTED, APPROVED, came(units("2", 1)), inspected, decided)
                .by("SERVICE")
                .when(settle("4.90", "payment-1"))
                .then(new ReturnRefunded(ID, ORDER, eur("4.90"), "payment-1", NOW), CLOSED);
        prepare();
        given(REQUESTED, APPROVED, came(units("2", 1)), inspected, decided)
                .by("FINANCE")
                .when(CLOSE)
                .forbidden();
    }

    @Test
    void what_a_supervisor_closed_before_stays_as_it_is() {
        inspectedAnd(CLOSED).by("SERVICE").when(settle("7.50", "payment-1")).then();
    }

    @Test
    void what_was_not_inspected_is_not_settled() {
        given(REQUESTED, APPROVED, ALL_CAME)
                .by("SERVICE")
                .when(settle("0.00", null))
                .refused(new NotToBeClosed(RmaStatus.RECEIVED));
    }

    @Test
    void only_the_service_says_that_it_is_settled() {
        inspectedAnd().by("SUPERVISOR").when(settle("7.50", "payment-1")).forbidden();
    }

    @Test
    void its_end_names_all_the_goods_that_came() {
        given(
                        REQUESTED,
                        APPROVED,
                        came(units("1", 1)),
                        came(units("1", 2), units("2", 1)),
                        inspected("0.00", verdict("1", 3, REJECT), verdict("2", 1, REJECT)))
                .by("SERVICE")
                .when(settle("0.00", null))
                .then(new ReturnClosed(ID, ORDER, List.of(units("1", 3), units("2", 1)), NOW));
    }

    @Test
    void a_refund_that_failed_is_tried_again_by_staff() {
        inspectedAnd().when(new RetryRefund(ID, ACCOUNT, null)).then(new ReturnRefundRetried(ID, ORDER, ACCOUNT, NOW));
        prepare();
        inspectedAnd().by("CUSTOMER").when(new RetryRefund(ID, ACCOUNT, null)).forbidden();
        prepare();
        inspectedAnd().when(new RetryRefund(ID, "me", null)).faulty("/creditAccountId MALFORMED");
    }

    @Test
    void nothing_is_tried_again_that_is_not_due() {
        inspectedAnd(CLOSED).when(new RetryRefund(ID, null, null)).refused(new NoRefundDue(RmaStatus.CLOSED));
        prepare();
        given(REQUESTED, APPROVED).when(new RetryRefund(ID, null, null)).refused(new NoRefundDue(RmaStatus.APPROVED));
        prepare();
        rejected().when(new RetryRefund(ID, null, null)).refused(new NoRefundDue(RmaStatus.INSPECTED));
    }

    @Test
    void of_which_nothing_is_owed_staff_may_close() {
        rejected().when(CLOSE).then(CLOSED);
        prepare();
        rejected().by("CUSTOMER").when(CLOSE).forbidden();
    }

    @Test
    void what_is_still_owed_is_closed_by_a_supervisor_alone() {
        inspectedAnd().by("FINANCE").when(CLOSE).forbidden();
        prepare();
        inspectedAnd().by("SUPERVISOR").when(CLOSE).then(CLOSED);
    }

    @Test
    void what_was_not_inspected_is_not_closed_nor_is_it_closed_twice() {
        given(REQUESTED, APPROVED, ALL_CAME)
                .by("SUPERVISOR")
                .when(CLOSE)
                .refused(new NotToBeClosed(RmaStatus.RECEIVED));
        prepare();
        inspectedAnd(REFUNDED, CLOSED).by("SUPERVISOR").when(CLOSE).refused(new NotToBeClosed(RmaStatus.CLOSED));
    }

    private Given<Return> rejected() {
        return given(REQUESTED, APPROVED, came(units("2", 1)), inspected("0.00", verdict("2", 1, REJECT)));
    }
}
