package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.backordered;
import static io.ordertrail.command.fulfilment.Story.cancelled;
import static io.ordertrail.command.fulfilment.Story.confirmed;
import static io.ordertrail.command.fulfilment.Story.edited;
import static io.ordertrail.command.fulfilment.Story.linesCancelled;
import static io.ordertrail.command.fulfilment.Story.placed;
import static io.ordertrail.command.fulfilment.Story.refused;
import static io.ordertrail.command.fulfilment.Story.reserved;
import static io.ordertrail.command.fulfilment.Story.step;
import static io.ordertrail.command.fulfilment.Story.stockRequested;
import static io.ordertrail.command.fulfilment.Story.stockReserved;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockCommand.ReleaseReservation;
import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.axon.JsonForTests;
import io.ordertrail.command.fulfilment.Promise.Answer;
import io.ordertrail.command.fulfilment.Promise.Round;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.junit.jupiter.api.Test;

/** Stock of an order whose goods change: 2 shirts (line 1) and a cap (line 2) are reserved and confirmed. */
class FulfilmentChangeTest extends FulfilmentScenario {

    private static final StockLine THREE_SHIRTS_MORE = new StockLine("1", "SHIRT", 3);
    private static final StockLine A_CAP_MORE = new StockLine("2", "CAP", 1);

    private FixtureExecutionResult confirmedAnd(Object... more) {
        Stream<Object> before = Stream.of(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                stockReserved(),
                confirmed());
        return after(Stream.concat(before, Stream.of(more)).toArray());
    }

    /** Nothing is confirmed, and of the shirts not even the first answer is known. */
    private FixtureExecutionResult askedAnd(Object... more) {
        Stream<Object> before = Stream.of(placed(PaymentTerms.AUTH_FIRST), stockRequested(), reserved("2", "CAP", 1));
        return after(Stream.concat(before, Stream.of(more)).toArray());
    }

    private static StockLine fewer(String lineId, String sku, int units) {
        return new StockLine(lineId, sku, -units);
    }

    private static ReportProblem cannotBeHad() {
        return new ReportProblem(
                ORDER, "stock:1:2", "OUT_OF_STOCK", "Line 1 was changed, and its stock cannot be had.");
    }

    private static ReleaseReservation released(long units, ReleaseReason reason) {
        return new ReleaseReservation("stock-SHIRT", ORDER, "1", units, reason);
    }

    @Test
    void units_that_an_edit_adds_are_asked_for_with_those_that_the_line_has() {
        confirmedAnd(edited("e-1", THREE_SHIRTS_MORE));
        steps.sent(step("reserve:1:2"), new ReserveStock("stock-SHIRT", ORDER, "1", 5, IN_15_MINUTES))
                .nothingElse();
    }

    @Test
    void units_that_an_edit_takes_out_are_released() {
        confirmedAnd(edited("e-1", fewer("1", "SHIRT", 1)));
        steps.compensated(step("release:1:edit:e-1"), released(1, ReleaseReason.ORDER_EDITED))
                .nothingElse();
    }

    @Test
    void an_edit_that_stock_refuses_needs_a_person() {
        confirmedAnd(edited("e-1", THREE_SHIRTS_MORE), refused("reserve:1:2", "OUT_OF_STOCK"));
        steps.sent(
                        step("problem:stock:1:2"),
                        new ReportProblem(
                                ORDER, "stock:1:2", "OUT_OF_STOCK", "Line 1 was changed, and its stock cannot be had."))
                .nothingElse();
    }

    @Test
    void an_edit_that_stock_refused_and_that_is_taken_back_releases_nothing() {
        confirmedAnd(
                edited("e-1", THREE_SHIRTS_MORE),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                edited("e-2", fewer("1", "SHIRT", 3)));
        steps.sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void what_is_taken_out_beyond_a_refused_edit_is_released() {
        confirmedAnd(
                edited("e-1", THREE_SHIRTS_MORE),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                edited("e-2", fewer("1", "SHIRT", 4)));
        steps.compensated(step("release:1:edit:e-2"), released(1, ReleaseReason.ORDER_EDITED))
                .sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void a_refused_edit_that_is_taken_back_in_part_is_still_refused() {
        confirmedAnd(
                edited("e-1", THREE_SHIRTS_MORE, A_CAP_MORE),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                reserved("2", "CAP", 1),
                edited("e-2", fewer("1", "SHIRT", 2)));
        steps.nothingElse();
    }

    @Test
    void once_what_stock_refused_is_taken_back_the_order_hears_of_the_other_lines() {
        confirmedAnd(
                edited("e-1", THREE_SHIRTS_MORE, A_CAP_MORE),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                reserved("2", "CAP", 1),
                edited("e-2", fewer("1", "SHIRT", 3)));
        steps.sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void what_stock_refused_is_asked_for_again_with_the_next_edit() {
        confirmedAnd(
                edited("e-1", THREE_SHIRTS_MORE),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                edited("e-2", new StockLine("1", "SHIRT", 1)));
        steps.sent(step("reserve:1:3"), new ReserveStock("stock-SHIRT", ORDER, "1", 6, IN_15_MINUTES))
                .nothingElse();
    }

    @Test
    void units_that_are_added_before_the_first_answer_are_not_answered_by_it() {
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), reserved("1", "SHIRT", 2));
        steps.nothingElse();
    }

    @Test
    void the_order_hears_of_units_that_were_added_before_the_first_answer_with_the_last() {
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), reserved("1", "SHIRT", 2), reserved("1", "SHIRT", 3));
        steps.sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void it_hears_at_once_where_the_later_asking_brings_all_of_them() {
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), reserved("1", "SHIRT", 5));
        steps.sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void only_the_units_that_are_back_ordered_are_told_as_such_whichever_came_first() {
        RecordStockReserved three = new RecordStockReserved(ORDER, List.of(new LineQuantity("1", 3)));
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), reserved("1", "SHIRT", 2), backordered("1", "SHIRT", 3));
        steps.sent(step("stock-reserved:2"), three).nothingElse();
    }

    @Test
    void units_that_are_there_do_not_make_back_ordered_ones_be_there() {
        RecordStockReserved two = new RecordStockReserved(ORDER, List.of(new LineQuantity("1", 2)));
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), backordered("1", "SHIRT", 2), reserved("1", "SHIRT", 3));
        steps.sent(step("stock-reserved:2"), two).nothingElse();
    }

    @Test
    void back_ordered_units_that_the_order_knows_of_are_not_told_with_those_of_an_edit() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("2", "CAP", 1),
                backordered("1", "SHIRT", 2),
                stockReserved(new LineQuantity("1", 2)),
                edited("e-1", THREE_SHIRTS_MORE),
                reserved("1", "SHIRT", 3));
        steps.sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void what_is_refused_after_the_first_answer_needs_a_person() {
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), reserved("1", "SHIRT", 2), refused("reserve:1:2", "OUT_OF_STOCK"));
        steps.sent(step("problem:stock:1:2"), cannotBeHad()).nothingElse();
    }

    @Test
    void and_before_it_too_once_it_is_known() {
        askedAnd(edited("e-1", THREE_SHIRTS_MORE), refused("reserve:1:2", "OUT_OF_STOCK"), reserved("1", "SHIRT", 2));
        steps.sent(step("problem:stock:1:2"), cannotBeHad()).nothingElse();
    }

    @Test
    void the_first_units_are_kept_whatever_is_refused_after_them() {
        askedAnd(
                edited("e-1", THREE_SHIRTS_MORE),
                reserved("1", "SHIRT", 2),
                refused("reserve:1:2", "OUT_OF_STOCK"),
                edited("e-2", fewer("1", "SHIRT", 4)));
        steps.compensated(step("release:1:edit:e-2"), released(1, ReleaseReason.ORDER_EDITED))
                .sent(step("stock-reserved:2"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void units_that_are_taken_out_before_the_first_answer_are_not_released_yet() {
        askedAnd(edited("e-1", fewer("1", "SHIRT", 1)));
        steps.nothingElse();
    }

    @Test
    void they_are_released_with_it() {
        askedAnd(edited("e-1", fewer("1", "SHIRT", 1)), reserved("1", "SHIRT", 2));
        steps.compensated(step("release:1:asked:1"), released(1, ReleaseReason.ORDER_EDITED))
                .sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void a_line_that_is_taken_out_before_the_first_answer_is_wanted_no_more_whatever_it_is() {
        askedAnd(edited("e-1", fewer("1", "SHIRT", 2)), reserved("1", "SHIRT", 2));
        steps.compensated(step("release:1:asked:1"), released(2, ReleaseReason.ORDER_EDITED))
                .sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void nobody_needs_to_hear_that_it_cannot_be_had() {
        askedAnd(edited("e-1", fewer("1", "SHIRT", 2)), refused("reserve:1:1", "OUT_OF_STOCK"));
        steps.sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void an_order_that_ends_waits_for_every_answer_and_releases_then() {
        Object[] open = {
            edited("e-1", THREE_SHIRTS_MORE), cancelled(CancellationReason.CUSTOMER), reserved("1", "SHIRT", 2)
        };
        askedAnd(open).expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void also_where_the_last_is_a_refusal() {
        askedAnd(
                        edited("e-1", THREE_SHIRTS_MORE),
                        cancelled(CancellationReason.CUSTOMER),
                        refused("reserve:1:2", "OUT_OF_STOCK"),
                        reserved("1", "SHIRT", 2))
                .expectActiveSagas(1);
        steps.compensated(step("release:1"), release("SHIRT", "1")).nothingElse();
    }

    @Test
    void when_an_order_ends_the_units_it_had_before_a_refused_edit_are_released() {
        confirmedAnd(
                        edited("e-1", THREE_SHIRTS_MORE),
                        refused("reserve:1:2", "OUT_OF_STOCK"),
                        cancelled(CancellationReason.CUSTOMER))
                .expectActiveSagas(1);
        steps.cancelled(step("expire"))
                .cancelled(step("overdue"))
                .compensated(step("release:1"), release("SHIRT", "1"))
                .compensated(step("release:2"), release("CAP", "2"))
                .nothingElse();
    }

    @Test
    void when_an_order_ends_while_an_edit_is_asked_for_all_is_released_once_it_is_answered() {
        confirmedAnd(
                        edited("e-1", THREE_SHIRTS_MORE),
                        cancelled(CancellationReason.CUSTOMER),
                        refused("reserve:1:2", "OUT_OF_STOCK"))
                .expectActiveSagas(1);
        steps.compensated(step("release:1"), release("SHIRT", "1")).nothingElse();
    }

    @Test
    void a_line_that_an_edit_took_out_is_not_released_again_with_the_order() {
        confirmedAnd(edited("e-1", fewer("1", "SHIRT", 2)), cancelled(CancellationReason.CUSTOMER));
        steps.cancelled(step("expire"))
                .cancelled(step("overdue"))
                .compensated(step("release:2"), release("CAP", "2"))
                .nothingElse();
    }

    @Test
    void units_that_are_cancelled_are_released() {
        confirmedAnd(linesCancelled("1", 1, "20.00"));
        steps.compensated(step("release:1:cancelled:1"), released(1, ReleaseReason.ORDER_CANCELLED))
                .nothingElse();
    }

    @Test
    void a_line_of_which_some_units_were_cancelled_is_released_with_the_order() {
        confirmedAnd(
                linesCancelled("1", 1, "20.00"),
                FulfilmentScenario.released("SHIRT", "1", 1),
                cancelled(CancellationReason.CUSTOMER));
        steps.cancelled(step("expire"))
                .cancelled(step("overdue"))
                .compensated(step("release:1"), release("SHIRT", "1"))
                .compensated(step("release:2"), release("CAP", "2"))
                .nothingElse();
    }

    @Test
    void a_line_that_is_open_is_stored_and_read() {
        Serializer store = JsonForTests.serializer(Contract.byName(), Map.of("promises", Promises.class));
        Promises open = Promises.NONE
                .ask(new StockLine("1", "SHIRT", 2), 1)
                .ask(THREE_SHIRTS_MORE, 2)
                .grant("1", 2, false);
        Promise kept = new Promise("SHIRT", 2, Answer.BACKORDERED, null, null, 2);
        assertThat(open.of("1")).contains(new Promise("SHIRT", 5, Answer.ASKED, kept, List.of(new Round(2, 5)), 2));
        assertThat((Promises) store.deserialize(store.serialize(open, String.class)))
                .isEqualTo(open);
    }

    @Test
    void what_was_stored_before_a_line_could_keep_units_is_read() {
        Serializer store = JsonForTests.serializer(Contract.byName(), Map.of("fulfilment", Fulfilment.class));
        String old = """
                {"orderId":"%s","promises":{"lines":{"1":{"sku":"SHIRT","quantity":2,"answer":"RESERVED","held":true}}}}""".formatted(ORDER);
        Fulfilment read = store.deserialize(new SimpleSerializedObject<>(old, String.class, "fulfilment", null));
        assertThat(read)
                .extracting("promises")
                .isEqualTo(new Promises(Map.of("1", new Promise("SHIRT", 2, Answer.RESERVED, null, null, null))));
    }
}
