package io.ordertrail.command.returns;

import static io.ordertrail.api.returns.ReturnCommand.Disposition.REJECT;
import static io.ordertrail.api.returns.ReturnCommand.Disposition.RESTOCK;
import static io.ordertrail.api.returns.ReturnCommand.Disposition.WRITE_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnRefusal.MoreThanRequested;
import io.ordertrail.api.returns.ReturnRefusal.NotInReturn;
import io.ordertrail.api.returns.ReturnRefusal.NothingLeftToReceive;
import io.ordertrail.api.returns.ReturnRefusal.NothingToInspect;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotExpected;
import io.ordertrail.api.returns.ReturnRefusal.VerdictsDoNotAddUp;
import io.ordertrail.api.returns.RmaStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnInspectionTest extends ReturnScenario {

    private static ReceiveReturn receive(ReturnedUnits... lines) {
        return new ReceiveReturn(ID, List.of(lines), null);
    }

    private static InspectReturn inspect(Verdict... verdicts) {
        return inspect(null, null, null, verdicts);
    }

    private static InspectReturn inspect(
            @Nullable Money shipping, @Nullable Money deduction, @Nullable String why, Verdict... verdicts) {
        return new InspectReturn(ID, List.of(verdicts), shipping, deduction, why, null);
    }

    private static ReturnItemsReceived cameNow(ReturnedUnits... lines) {
        return new ReturnItemsReceived(ID, ORDER, List.of(lines), NOW);
    }

    private static List<ReturnEvent> inspectedNow(String refund, Verdict... verdicts) {
        return inspectedNow(refund, null, null, null, verdicts);
    }

    private static List<ReturnEvent> inspectedNow(
            String refund,
            @Nullable Money shipping,
            @Nullable Money deduction,
            @Nullable String why,
            Verdict... verdicts) {
        return List.of(
                new ReturnInspected(ID, ORDER, List.of(verdicts), skus(verdicts), NOW),
                new ReturnRefundDecided(ID, ORDER, eur(refund), shipping, deduction, why, NOW));
    }

    @Test
    void the_goods_come_all_at_once() {
        given(REQUESTED, APPROVED).when(receive()).then(cameNow(units("1", 3), units("2", 1)));
    }

    @Test
    void the_goods_come_in_parts() {
        given(REQUESTED, APPROVED, came(units("1", 2))).when(receive()).then(cameNow(units("1", 1), units("2", 1)));
    }

    @Test
    void R1_no_more_comes_back_than_was_to() {
        given(REQUESTED, APPROVED, came(units("1", 2)))
                .when(receive(units("1", 2)))
                .refused(new MoreThanRequested("1", 2, 1));
    }

    @Test
    void R1_only_lines_of_the_return_come_back() {
        given(REQUESTED, APPROVED).when(receive(units("3", 1))).refused(new NotInReturn("3"));
    }

    @Test
    void R1_when_all_has_come_nothing_is_left() {
        given(REQUESTED, APPROVED, ALL_CAME).when(receive()).refused(new NothingLeftToReceive());
    }

    @Test
    void goods_come_only_of_what_was_approved() {
        given(REQUESTED).when(receive()).refused(new ReturnNotExpected(RmaStatus.REQUESTED));
        prepare();
        given(REQUESTED, REJECTED).when(receive()).refused(new ReturnNotExpected(RmaStatus.REJECTED));
    }

    @Test
    void a_receipt_names_each_line_once_and_one_unit_at_least() {
        given(REQUESTED, APPROVED)
                .when(receive(units("1", 1), units("1", 0)))
                .faulty("/lines/1/lineId REPEATED", "/lines/1/quantity OUT_OF_RANGE");
    }

    @Test
    void who_has_goods_of_an_expired_return_is_told_what_to_do() {
        ReturnNotExpected no = new ReturnNotExpected(RmaStatus.EXPIRED);
        given(REQUESTED, APPROVED, new ReturnExpired(ID, ORDER, NOW))
                .when(receive())
                .refused(no);
        assertThat(no.detail()).contains("Request another return");
    }

    @Test
    void goods_come_after_their_approval() {
        Instant before = APPROVED_AT.minusSeconds(1);
        given(REQUESTED, APPROVED)
                .when(new ReceiveReturn(ID, List.of(), before))
                .refused(new ImpossibleTime(before, APPROVED_AT, NOW));
    }

    @Test
    void R3_what_was_not_rejected_is_given_back() {
        Verdict[] found = {verdict("1", 3, RESTOCK), verdict("2", 1, WRITE_OFF)};
        given(REQUESTED, APPROVED, ALL_CAME).when(inspect(found)).then(inspectedNow("17.50", found));
    }

    @Test
    void R3_a_part_of_a_line_is_worth_its_part_and_never_more() {
        Verdict[] found = {verdict("1", 2, RESTOCK), verdict("1", 1, REJECT), verdict("2", 1, REJECT)};
        given(REQUESTED, APPROVED, ALL_CAME).when(inspect(found)).then(inspectedNow("6.66", found));
    }

    @Test
    void R3_nothing_is_given_back_for_what_did_not_come() {
        Verdict found = verdict("2", 1, RESTOCK);
        given(REQUESTED, APPROVED, came(units("2", 1))).when(inspect(found)).then(inspectedNow("7.50", found));
    }

    @Test
    void R3_what_was_rejected_altogether_is_worth_nothing() {
        Verdict found = verdict("2", 1, REJECT);
        given(REQUESTED, APPROVED, came(units("2", 1))).when(inspect(found)).then(inspectedNow("0.00", found));
    }

    @Test
    void report_R7_what_the_shop_keeps_lowers_what_is_given_back_and_shipping_goes_back_beside_it() {
        Verdict[] found = {verdict("1", 3, RESTOCK), verdict("2", 1, WRITE_OFF)};
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(eur("4.90"), eur("2.50"), "Worn", found))
                .then(inspectedNow("15.00", eur("4.90"), eur("2.50"), "Worn", found));
    }

    @Test
    void report_R7_all_that_was_accepted_may_be_kept_and_no_more() {
        Verdict[] found = {verdict("1", 3, REJECT), verdict("2", 1, RESTOCK)};
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(null, eur("7.50"), "Worn", found))
                .then(inspectedNow("0.00", null, eur("7.50"), "Worn", found));
        prepare();
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(null, eur("7.51"), "Worn", found))
                .faulty("/deduction OUT_OF_RANGE");
    }

    @Test
    void report_R7_a_deduction_has_a_reason() {
        given(REQUESTED, APPROVED, came(units("2", 1)))
                .when(inspect(null, eur("1.00"), " ", verdict("2", 1, RESTOCK)))
                .faulty("/deductionReason REQUIRED");
    }

    @Test
    void report_R7_amounts_are_of_the_orders_currency_and_not_negative() {
        Money yen = Money.of(CurrencyUnit.JPY, BigDecimal.ONE);
        given(REQUESTED, APPROVED, came(units("2", 1)))
                .when(inspect(yen, yen, "Worn", verdict("2", 1, RESTOCK)))
                .faulty("/shipping CURRENCY_MISMATCH", "/deduction CURRENCY_MISMATCH");
        prepare();
        given(REQUESTED, APPROVED, came(units("2", 1)))
                .when(inspect(eur("-1.00"), eur("-1.00"), "Worn", verdict("2", 1, RESTOCK)))
                .faulty("/shipping NEGATIVE", "/deduction NEGATIVE");
    }

    @Test
    void R4_no_unit_is_judged_that_did_not_come() {
        given(REQUESTED, APPROVED, came(units("1", 2)))
                .when(inspect(verdict("1", 3, RESTOCK)))
                .refused(new VerdictsDoNotAddUp("1", 2, 3));
    }

    @Test
    void R4_no_unit_that_came_is_left_unjudged() {
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(verdict("1", 3, RESTOCK)))
                .refused(new VerdictsDoNotAddUp("2", 1, 0));
    }

    @Test
    void R4_only_lines_of_the_return_are_judged() {
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(verdict("3", 1, RESTOCK)))
                .refused(new NotInReturn("3"));
    }

    @Test
    void R4_what_is_not_here_or_was_judged_is_not_inspected() {
        given(REQUESTED, APPROVED)
                .when(inspect(verdict("1", 3, RESTOCK)))
                .refused(new NothingToInspect(RmaStatus.APPROVED));
        prepare();
        given(REQUESTED, APPROVED, came(units("2", 1)), inspected("7.50", verdict("2", 1, RESTOCK)))
                .when(inspect(verdict("2", 1, REJECT)))
                .refused(new NothingToInspect(RmaStatus.INSPECTED));
    }

    @Test
    void after_the_inspection_no_more_goods_are_taken() {
        given(REQUESTED, APPROVED, came(units("2", 1)), inspected("7.50", verdict("2", 1, RESTOCK)))
                .when(receive())
                .refused(new ReturnNotExpected(RmaStatus.INSPECTED));
    }

    @Test
    void an_inspection_has_verdicts_of_one_unit_at_least() {
        given(REQUESTED, APPROVED, ALL_CAME).when(inspect()).faulty("/verdicts REQUIRED");
        prepare();
        given(REQUESTED, APPROVED, ALL_CAME)
                .when(inspect(verdict("1", 0, RESTOCK)))
                .faulty("/verdicts/0/quantity OUT_OF_RANGE");
    }

    @Test
    void a_customer_neither_receives_nor_inspects() {
        given(REQUESTED, APPROVED).by("CUSTOMER").when(receive()).forbidden();
        prepare();
        given(REQUESTED, APPROVED, ALL_CAME)
                .by("CUSTOMER")
                .when(inspect(verdict("1", 3, RESTOCK)))
                .forbidden();
    }
}
