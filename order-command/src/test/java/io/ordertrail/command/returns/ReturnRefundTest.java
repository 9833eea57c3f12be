package io.ordertrail.command.returns;

import static io.ordertrail.api.returns.ReturnCommand.Disposition.REJECT;
import static io.ordertrail.api.returns.ReturnCommand.Disposition.RESTOCK;

import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.RecordReturnRefunded;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnRefusal.NoRefundDue;
import io.ordertrail.api.returns.ReturnRefusal.NotToBeClosed;
import io.ordertrail.api.returns.ReturnRefusal.RefundTooHigh;
import io.ordertrail.api.returns.RmaStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReturnRefundTest extends ReturnScenario {

    private static final CloseReturn CLOSE = new CloseReturn(ID);
    private static final ReturnClosed CLOSED = new ReturnClosed(ID, ORDER, NOW);
    private static final ReturnRefunded REFUNDED = new ReturnRefunded(ID, ORDER, eur("7.50"), "payment-1", SEEN_AT);

    private io.ordertrail.command.Scenario.Given<Return> inspectedAnd(Object... more) {
        return given(Stream.concat(
                        Stream.of(
                                REQUESTED, APPROVED, came(units("2", 1)), inspected("7.50", verdict("2", 1, RESTOCK))),
                        Stream.of(more))
                .toArray());
    }

    private static RecordReturnRefunded refunded(String amount) {
        return new RecordReturnRefunded(ID, eur(amount), "payment-1");
    }

    @Test
    void R3_the_money_is_back() {
        inspectedAnd()
                .by("SERVICE")
                .when(refunded("7.50"))
                .then(new ReturnRefunded(ID, ORDER, eur("7.50"), "payment-1", NOW));
    }

    @Test
    void R3_no_more_is_given_back_than_is_due() {
        inspectedAnd().by("SERVICE").when(refunded("7.51")).refused(new RefundTooHigh(eur("7.51"), eur("7.50")));
    }

    @Test
    void the_money_is_given_back_once() {
        inspectedAnd(REFUNDED).by("SERVICE").when(refunded("7.50")).refused(new NoRefundDue(RmaStatus.REFUNDED));
    }

    @Test
    void only_the_service_says_that_money_is_back() {
        inspectedAnd().when(refunded("7.50")).refused(new MissingRole("SERVICE"));
    }

    @Test
    void a_refund_that_failed_is_tried_again_by_staff() {
        inspectedAnd().when(new RetryRefund(ID, ACCOUNT, null)).then(new ReturnRefundRetried(ID, ORDER, ACCOUNT, NOW));
        prepare();
        inspectedAnd().by("CUSTOMER").when(new RetryRefund(ID, ACCOUNT, null)).refused(new MissingRole("STAFF"));
        prepare();
        inspectedAnd().when(new RetryRefund(ID, "me", null)).faulty("/creditAccountId MALFORMED");
    }

    @Test
    void nothing_is_tried_again_that_is_not_due() {
        inspectedAnd(REFUNDED).when(new RetryRefund(ID, null, null)).refused(new NoRefundDue(RmaStatus.REFUNDED));
        prepare();
        given(REQUESTED, APPROVED).when(new RetryRefund(ID, null, null)).refused(new NoRefundDue(RmaStatus.APPROVED));
        prepare();
        given(REQUESTED, APPROVED, came(units("2", 1)), inspected("0.00", verdict("2", 1, REJECT)))
                .when(new RetryRefund(ID, null, null))
                .refused(new NoRefundDue(RmaStatus.INSPECTED));
    }

    @Test
    void what_is_refunded_is_closed() {
        inspectedAnd(REFUNDED).by("SERVICE").when(CLOSE).then(CLOSED);
        prepare();
        inspectedAnd(REFUNDED).by("STAFF").when(CLOSE).then(CLOSED);
    }

    @Test
    void what_is_still_owed_is_closed_by_a_supervisor_or_the_service_alone() {
        inspectedAnd().by("STAFF").when(CLOSE).refused(new MissingRole("SUPERVISOR"));
        prepare();
        inspectedAnd().by("STAFF", "SUPERVISOR").when(CLOSE).then(CLOSED);
        prepare();
        inspectedAnd().by("SERVICE").when(CLOSE).then(CLOSED);
    }

    @Test
    void what_was_not_inspected_is_not_closed_nor_is_it_closed_twice() {
        given(REQUESTED, APPROVED, ALL_CAME).by("SERVICE").when(CLOSE).refused(new NotToBeClosed(RmaStatus.RECEIVED));
        prepare();
        inspectedAnd(REFUNDED, CLOSED).by("SERVICE").when(CLOSE).refused(new NotToBeClosed(RmaStatus.CLOSED));
    }
}
