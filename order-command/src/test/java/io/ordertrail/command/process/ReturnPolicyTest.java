package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RetryReturnRefund;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.SettleReturn;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three tees, which are kept as stock, and a cap, which is not, are to come back. */
class ReturnPolicyTest extends PolicyScenario {

    private static final List<LineQuantity> UNITS = List.of(new LineQuantity("1", 3), new LineQuantity("2", 1));
    private static final List<ReturnedUnits> CAME = List.of(new ReturnedUnits("1", 3), new ReturnedUnits("2", 1));

    ReturnPolicyTest() {
        super("return", new ReturnPolicy(PolicyScenario::tracked));
    }

    private static ReturnRecorded recorded(ReturnStage stage) {
        return new ReturnRecorded(
                ORDER,
                RETURN,
                stage,
                UNITS,
                List.of(eur("10.00"), eur("7.50")),
                List.of("TEE-M", "CAP"),
                null,
                null,
                "TOO_SMALL",
                null,
                ACCOUNT,
                null,
                AT);
    }

    private static RecordReturn told(
            ReturnStage stage, List<LineQuantity> lines, @Nullable Money accepted, @Nullable Money shipping) {
        return new RecordReturn(ORDER, RETURN, stage, lines, accepted, shipping, AT);
    }

    private static ReturnInspected inspected(List<Verdict> verdicts, List<String> skus) {
        return new ReturnInspected(RETURN, ORDER, verdicts, skus, AT);
    }

    private static ReturnRefundDecided decided(String refund, @Nullable Money shipping) {
        return new ReturnRefundDecided(RETURN, ORDER, eur(refund), shipping, null, null, AT);
    }

    private static Verdict verdict(String lineId, int quantity, Disposition disposition) {
        return new Verdict(lineId, quantity, disposition, null);
    }

    @Test
    void what_the_order_admitted_is_opened_with_the_goods_and_their_worth() {
        List<ReturnLine> lines = List.of(
                new ReturnLine("1", "TEE-M", 3, eur("10.00"), "TOO_SMALL"),
                new ReturnLine("2", "CAP", 1, eur("7.50"), "TOO_SMALL"));
        when(recorded(ReturnStage.REQUESTED))
                .insists("open-return", RETURN, 0, new OpenReturn(RETURN, ORDER, lines, ACCOUNT, AT))
                .andNoMore();
    }

    @Test
    void what_the_order_was_told_is_not_told_back() {
        for (ReturnStage stage : ReturnStage.values()) {
            if (stage != ReturnStage.REQUESTED) {
                when(recorded(stage)).andNoMore();
            }
        }
    }

    private void hears(ReturnEvent event, ReturnStage stage, List<LineQuantity> lines) {
        when(event)
                .insists("record-return", RETURN, VERSION, told(stage, lines, null, null))
                .andNoMore();
    }

    @Test
    void the_order_hears_how_far_it_has_come() {
        hears(new ReturnApproved(RETURN, ORDER, null, NOW, AT), ReturnStage.APPROVED, List.of());
        hears(new ReturnRejected(RETURN, ORDER, "Worn", AT), ReturnStage.REJECTED, List.of());
        hears(new ReturnItemsReceived(RETURN, ORDER, CAME, AT), ReturnStage.RECEIVED, UNITS);
        hears(new ReturnExpired(RETURN, ORDER, AT), ReturnStage.EXPIRED, List.of());
    }

    @Test
    void the_closing_names_all_the_goods_that_came() {
        hears(new ReturnClosed(RETURN, ORDER, CAME, AT), ReturnStage.CLOSED, UNITS);
    }

    @Test
    void R4_what_passed_and_is_kept_as_stock_goes_back_there_once_a_line() {
        List<Verdict> found = List.of(
                verdict("1", 1, Disposition.RESTOCK),
                verdict("1", 1, Disposition.WRITE_OFF),
                verdict("1", 1, Disposition.RESTOCK),
                verdict("2", 1, Disposition.RESTOCK));
        when(inspected(found, List.of("TEE-M", "TEE-M", "TEE-M", "CAP")))
                .insists("return-stock", RETURN + ":1", 0, new ReturnStock("stock-TEE-M", ORDER, "1", RETURN, 2, AT))
                .andNoMore();
    }

    @Test
    void R4_nothing_goes_back_into_stock_that_did_not_pass() {
        List<Verdict> found = List.of(verdict("1", 2, Disposition.WRITE_OFF), verdict("1", 1, Disposition.REJECT));
        when(inspected(found, List.of("TEE-M", "TEE-M"))).andNoMore();
    }

    @Test
    void the_order_hears_what_goes_back_for_the_goods() {
        when(decided("6.66", null))
                .insists("record-return", RETURN, VERSION, told(ReturnStage.INSPECTED, List.of(), eur("6.66"), null))
                .andNoMore();
    }

    @Test
    void report_R7_shipping_that_goes_back_is_part_of_what_is_accepted() {
        when(decided("7.50", eur("4.90")))
                .insists(
                        "record-return",
                        RETURN,
                        VERSION,
                        told(ReturnStage.INSPECTED, List.of(), eur("12.40"), eur("4.90")))
                .andNoMore();
    }

    @Test
    void the_return_hears_that_its_order_owes_nothing_more_for_it() {
        when(new ReturnSettled(ORDER, RETURN, eur("17.50"), PAYMENT, AT))
                .insists("settle-return", RETURN, 0, new SettleReturn(RETURN, eur("17.50"), PAYMENT))
                .andNoMore();
        when(new ReturnRefunded(RETURN, ORDER, eur("17.50"), PAYMENT, AT)).andNoMore();
    }

    @Test
    void the_order_hears_that_staff_wants_the_money_given_back_once_more() {
        when(new ReturnRefundRetried(RETURN, ORDER, ACCOUNT, AT))
                .insists("retry-return-refund", RETURN, VERSION, new RetryReturnRefund(ORDER, RETURN, ACCOUNT))
                .andNoMore();
    }
}
