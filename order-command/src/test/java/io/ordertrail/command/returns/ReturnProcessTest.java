package io.ordertrail.command.returns;

import static io.ordertrail.api.returns.ReturnCommand.Disposition.REJECT;
import static io.ordertrail.api.returns.ReturnCommand.Disposition.WRITE_OFF;
import static io.ordertrail.command.returns.ReturnScenario.*;

import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import org.junit.jupiter.api.Test;

/** The way of a return on which nothing fails. */
class ReturnProcessTest extends ReturnProcessScenario {

    private static final CloseReturn CLOSE = new CloseReturn(ID);
    private static final ReturnStock TEES_BACK = new ReturnStock("stock-TEE-M", ORDER, "1", ID, 3, null);

    @Test
    void a_return_that_is_asked_for_is_followed() {
        requested().expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void an_approved_return_ends_when_it_is_due() {
        given().whenPublishingA(APPROVED);
        steps.scheduled(step("expire"), APPROVED.dueBy(), new ExpireReturn(ID)).nothingElse();
    }

    @Test
    void a_return_ends_when_it_is_rejected() {
        given().whenPublishingA(REJECTED).expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void a_return_ends_when_its_goods_did_not_come() {
        given(APPROVED).whenPublishingA(new ReturnExpired(ID, ORDER, NOW)).expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void goods_that_came_do_not_expire() {
        given(APPROVED).whenPublishingA(came(units("1", 1)));
        steps.cancelled(step("expire")).nothingElse();
    }

    @Test
    void R4_what_passed_and_is_kept_as_stock_goes_back_and_the_money_to_the_payment_it_came_from() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME).whenPublishingA(ALL_WELL);
        steps.sent(step("restock:1"), TEES_BACK)
                .sent(step("refund:1"), refundOf("payment-1", 1, "17.50"))
                .nothingElse();
    }

    @Test
    void R4_nothing_goes_back_into_stock_that_did_not_pass() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME)
                .whenPublishingA(inspected("10.00", verdict("1", 3, WRITE_OFF), verdict("2", 1, REJECT)));
        steps.sent(step("refund:1"), refundOf("payment-1", 1, "10.00")).nothingElse();
    }

    @Test
    void R3_each_payment_gives_back_what_is_left_of_it_the_oldest_first() {
        order.paid("payment-1", "9.00").paid("payment-2", "20.00").refunded("payment-1", "other:1", "2.00");
        given(APPROVED, came(units("2", 1))).whenPublishingA(inspected("17.50", verdict("2", 1, WRITE_OFF)));
        steps.sent(step("refund:1"), refundOf("payment-1", 1, "7.00"))
                .sent(step("refund:2"), refundOf("payment-2", 2, "10.50"))
                .nothingElse();
    }

    @Test
    void R3_no_more_goes_back_than_was_received() {
        order.paid("payment-1", "5.00").promised("payment-2", "100.00");
        given(APPROVED, ALL_CAME).whenPublishingA(inspected("17.50", verdict("1", 3, WRITE_OFF)));
        steps.sent(step("refund:1"), refundOf("payment-1", 1, "5.00")).nothingElse();
    }

    @Test
    void where_nothing_was_received_it_is_closed_at_once() {
        given(APPROVED, ALL_CAME).whenPublishingA(inspected("17.50", verdict("1", 3, WRITE_OFF)));
        steps.sent(step("close"), CLOSE).nothingElse();
    }

    @Test
    void where_all_was_rejected_it_is_closed_at_once() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME).whenPublishingA(inspected("0.00", verdict("1", 3, REJECT)));
        steps.sent(step("close"), CLOSE).nothingElse();
    }

    @Test
    void the_return_is_told_when_all_the_money_is_back_and_not_before() {
        order.paid("payment-1", "9.00").paid("payment-2", "20.00");
        var given = given(APPROVED, ALL_CAME, ALL_WELL);
        given.whenPublishingA(back("payment-2", 2, "8.50"));
        steps.nothingElse();
        given.whenPublishingA(back("payment-1", 1, "9.00"));
        steps.sent(step("refunded"), refunded("17.50", "payment-1,payment-2")).nothingElse();
    }

    @Test
    void what_is_refunded_is_closed() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME, ALL_WELL, back("payment-1", 1, "17.50"))
                .whenPublishingA(new ReturnRefunded(ID, ORDER, eur("17.50"), "payment-1", NOW))
                .expectActiveSagas(1);
        steps.sent(step("close"), CLOSE).nothingElse();
    }

    @Test
    void what_is_closed_is_over() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME, ALL_WELL)
                .whenPublishingA(new ReturnClosed(ID, ORDER, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void an_inspection_that_is_told_twice_moves_goods_and_money_once() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME, ALL_WELL).whenPublishingA(ALL_WELL);
        steps.nothingElse();
    }

    @Test
    void a_refund_that_is_told_twice_counts_once() {
        order.paid("payment-1", "9.00").paid("payment-2", "20.00");
        given(APPROVED, ALL_CAME, ALL_WELL, back("payment-1", 1, "9.00")).whenPublishingA(back("payment-1", 1, "9.00"));
        steps.nothingElse();
    }

    @Test
    void a_line_that_stock_refuses_is_a_problem_and_holds_up_nothing() {
        order.paid("payment-1", "20.00");
        var given = given(APPROVED, ALL_CAME, ALL_WELL);
        given.whenPublishingA(refused("restock:1"));
        steps.sent(
                        step("problem:restock:1"),
                        new ReportProblem(ORDER, ID + ":restock:1", "RESTOCK_REFUSED", "Some rule says no."))
                .nothingElse();
        given.whenPublishingA(back("payment-1", 1, "17.50"));
        steps.sent(step("refunded"), refunded("17.50", "payment-1")).nothingElse();
    }

    @Test
    void what_another_process_was_refused_is_its_own_affair() {
        order.paid("payment-1", "20.00");
        given(APPROVED, ALL_CAME, ALL_WELL)
                .whenPublishingA(new StepRefused("return-news", ID, "refund:1", "", 1, "X", "x", NOW));
        steps.nothingElse();
    }
}
