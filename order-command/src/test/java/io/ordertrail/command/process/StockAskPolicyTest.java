package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockAskPolicyTest extends PolicyScenario {

    StockAskPolicyTest() {
        super("stock", new StockAskPolicy());
    }

    @Test
    void W4_each_line_that_asks_has_a_step_under_the_number_of_its_ask() {
        when(new StockAsked(ORDER, List.of(new StockAsk("1", "TEE-M", 3, 5, 2), new StockAsk("2", "CAP", 1, 0, 0)), AT))
                .insists("set-reservation", "1", 3, new SetReservation("stock-TEE-M", ORDER, "1", 3, 5, 2))
                .insists("set-reservation", "2", 1, new SetReservation("stock-CAP", ORDER, "2", 1, 0, 0))
                .andNoMore();
    }

    @Test
    void W3_the_order_hears_what_is_kept_and_where_in_its_stream_the_item_said_so() {
        when(new ReservationSet("stock-TEE-M", ORDER, "1", 3, 5, 4, 1, 0, 2, 0, 0, AT))
                .insists("record-stock-answer", "1", VERSION, new RecordStockAnswer(ORDER, "1", 3, VERSION, 4, 1, 0, 2))
                .andNoMore();
    }

    @Test
    void W3_a_refusal_is_an_answer_too() {
        when(new ReservationSet("stock-TEE-M", ORDER, "1", 3, 5, 3, 0, 2, 0, 0, 0, AT))
                .insists("record-stock-answer", "1", VERSION, new RecordStockAnswer(ORDER, "1", 3, VERSION, 3, 0, 2, 0))
                .andNoMore();
    }

    @Test
    void W5_an_ask_whose_step_was_taken_over_is_answered_all_the_same() {
        when(new StepTakenOver("stock", ORDER, "set-reservation", "1", 3, "ann", "the item is broken", NOW))
                .insists(
                        "record-stock-ask-taken-over",
                        "1",
                        3,
                        new RecordStockAskTakenOver(ORDER, "1", 3, "the item is broken"))
                .andNoMore();
    }

    @Test
    void the_step_that_tells_an_answer_is_no_ask() {
        when(new StepTakenOver("stock", ORDER, "record-stock-answer", "1", 3, "ann", "never mind", NOW))
                .andNoMore();
        when(new StepTakenOver("shipment", ORDER, "set-reservation", "1", 3, "ann", "never mind", NOW))
                .andNoMore();
    }

    @Test
    void an_order_hears_that_what_it_waited_for_is_there() {
        when(new BackorderFilled("stock-TEE-M", ORDER, "1", 3, 1, 4, 1, 2, AT))
                .insists("record-stock-answer", "1", VERSION, new RecordStockAnswer(ORDER, "1", 3, VERSION, 4, 1, 0, 2))
                .andNoMore();
    }
}
