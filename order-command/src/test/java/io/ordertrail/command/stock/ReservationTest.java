package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import org.junit.jupiter.api.Test;

/** What a line may have that wants some, or more than it has. */
class ReservationTest extends StockScenario {

    @Test
    void S3_what_is_available_is_reserved() {
        given(registered(0, 0), received(10))
                .when(ask(1, 1, 10))
                .then(answer(1, 1, 10, 0))
                .answer(Receipt.of(ITEM, 2));
    }

    @Test
    void S3_more_than_is_available_is_refused_by_an_answer() {
        given(registered(0, 0), received(10)).when(ask(1, 1, 11)).then(answer(1, 1, 11, 0, 0, 11, 0));
    }

    @Test
    void S2_what_is_reserved_is_not_available_to_another() {
        given(registered(0, 0), received(10), answer(1, 1, 8, 0))
                .when(ask(2, 1, 3))
                .then(answer(2, 1, 3, 0, 0, 3, 0));
    }

    @Test
    void S2_what_is_kept_for_safety_is_not_available() {
        given(registered(4, 0), received(10)).when(ask(1, 1, 7)).then(answer(1, 1, 7, 0, 0, 7, 0));
    }

    @Test
    void S2_less_than_what_is_kept_for_safety_is_nothing() {
        given(registered(4, 9), received(1)).when(ask(1, 1, 1)).then(answer(1, 1, 0, 1));
    }

    @Test
    void S3_what_is_not_there_is_back_ordered_and_what_is_there_is_reserved() {
        given(registered(0, 5), received(2)).when(ask(1, 1, 7)).then(answer(1, 1, 2, 5));
    }

    @Test
    void S3_beyond_the_limit_all_of_it_is_refused() {
        given(registered(0, 5), received(2)).when(ask(1, 1, 8)).then(answer(1, 1, 8, 0, 0, 8, 0));
    }

    @Test
    void S3_the_limit_is_for_all_lines_together() {
        given(registered(0, 5), answer(1, 1, 0, 3)).when(ask(2, 1, 3)).then(answer(2, 1, 3, 0, 0, 3, 0));
    }

    @Test
    void S3_a_limit_that_is_exceeded_refuses_nothing_that_is_there() {
        given(registered(0, 5), answer(1, 1, 0, 5), changed(0, 3), received(8), filled(1, 1, 5, 5, 0))
                .when(ask(2, 1, 3))
                .then(answer(2, 1, 3, 0));
    }

    @Test
    void S4_a_line_that_wants_more_is_given_the_difference() {
        given(registered(0, 9), received(5), answer(1, 1, 4, 0))
                .when(ask(1, 2, 7))
                .then(answer(1, 2, 5, 2));
    }

    /** As one is that was edited in order to have more than there is. */
    @Test
    void a_refused_line_keeps_what_it_had_and_the_answer_says_so() {
        given(registered(0, 0), received(5), answer(1, 1, 5, 0))
                .when(ask(1, 2, 7))
                .then(answer(1, 2, 7, 5, 0, 2, 0));
    }

    @Test
    void one_that_waits_and_is_refused_more_goes_on_with_what_it_had() {
        given(registered(0, 3), received(2), answer(1, 1, 2, 3))
                .when(ask(1, 2, 6))
                .then(answer(1, 2, 6, 2, 3, 1, 0));
    }

    @Test
    void what_the_order_says_has_left_and_the_item_has_not_seen_leave_is_kept_beside() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0))
                .when(ask(1, 2, 2, 3))
                .then(answer(1, 2, 5, 5, 0, 0, 0));
    }

    @Test
    void what_the_item_has_seen_leave_is_not_kept_for_an_order_that_has_not_heard_of_it() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), dispatched(1, 1, 3, 3, 0))
                .when(ask(1, 2, 4, 0))
                .then(answer(1, 2, 1, 1, 0, 0, 3));
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), dispatched(1, 1, 3, 3, 0))
                .when(ask(1, 2, 2, 0))
                .then(answer(1, 2, 0, 0, 0, 0, 3));
    }

    @Test
    void of_a_line_that_never_asked_the_order_knows_what_has_left() {
        given(registered(0, 0), received(10)).when(ask(1, 1, 2, 3)).then(answer(1, 1, 2, 2, 0, 0, 3));
    }

    @Test
    void unless_the_item_saw_more_of_it_leave() {
        given(registered(0, 0), received(10), dispatched(1, 1, 1, 0, 0))
                .when(ask(1, 1, 3, 0))
                .then(answer(1, 1, 2, 2, 0, 0, 1));
    }

    @Test
    void a_line_that_is_sent_once_more_is_kept_what_is_to_leave_again() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), dispatched(1, 1, 4, 4, 0))
                .when(ask(1, 2, 3, 4))
                .then(answer(1, 2, 3, 3, 0, 0, 4));
    }

    @Test
    void S7_of_a_sku_that_was_never_registered_nothing_can_be_reserved() {
        givenNothing().when(ask(1, 1, 1)).refused(new NotTracked(SKU));
    }

    @Test
    void lines_ask_through_the_service_alone() {
        given(registered(0, 0), received(10))
                .by("SUPERVISOR")
                .when(ask(1, 1, 1))
                .forbidden();
    }

    @Test
    void stock_is_moved_by_the_shop_alone() {
        given(registered(0, 0)).by("CUSTOMER").when(receive(10)).forbidden();
        given(registered(0, 0)).by("WAREHOUSE").when(receive(10)).then(received(10));
    }

    @Test
    void asks_have_bounds() {
        given(registered(0, 0))
                .when(ask(1, 0, -1, -1))
                .faulty("/number OUT_OF_RANGE", "/quantity OUT_OF_RANGE", "/left OUT_OF_RANGE");
        given(registered(0, 0)).when(ask(1, 1, 1_000_000_001)).faulty("/quantity OUT_OF_RANGE");
    }
}
