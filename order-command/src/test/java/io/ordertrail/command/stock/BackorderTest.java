package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import org.junit.jupiter.api.Test;

/** Process 5: whatever makes units available, the lines that wait get them: the oldest first, as much as is there. */
class BackorderTest extends StockScenario {

    @Test
    void goods_that_come_in_go_to_the_oldest_lines() {
        given(registered(0, 100), answer(1, 1, 0, 4), answer(2, 1, 0, 5), answer(3, 1, 0, 6))
                .when(receive(9))
                .then(received(9), filled(1, 1, 4, 4, 0), filled(2, 1, 5, 5, 0));
    }

    @Test
    void a_large_back_order_is_filled_part_by_part() {
        given(registered(0, 100), answer(1, 1, 0, 10)).when(receive(5)).then(received(5), filled(1, 1, 5, 5, 5));
        given(registered(0, 100), answer(1, 1, 0, 10), received(5), filled(1, 1, 5, 5, 5))
                .when(receive(7))
                .then(received(7), filled(1, 1, 5, 10, 0));
    }

    @Test
    void and_newer_orders_get_nothing_meanwhile() {
        given(registered(0, 100), answer(1, 1, 0, 10), received(5), filled(1, 1, 5, 5, 5))
                .when(ask(2, 1, 5))
                .then(answer(2, 1, 0, 5));
        given(registered(0, 10), answer(1, 1, 0, 10), received(5), filled(1, 1, 5, 5, 5))
                .when(ask(2, 1, 6))
                .then(answer(2, 1, 6, 0, 0, 6, 0));
        given(registered(0, 100), answer(1, 1, 0, 10), received(5), filled(1, 1, 5, 5, 5), answer(2, 1, 0, 5))
                .when(receive(5))
                .then(received(5), filled(1, 1, 5, 10, 0));
    }

    /** No command leaves an item so; and yet what is there would be for the line that waits. */
    @Test
    void nothing_that_is_there_goes_past_a_line_that_waits() {
        given(registered(0, 100), answer(1, 1, 0, 10), received(5))
                .when(ask(2, 1, 3))
                .then(answer(2, 1, 0, 3), filled(1, 1, 5, 5, 5));
    }

    @Test
    void a_line_that_waits_and_wants_more_keeps_its_place() {
        given(registered(0, 100), answer(1, 1, 0, 2), answer(2, 1, 0, 1), answer(1, 2, 0, 4))
                .when(receive(4))
                .then(received(4), filled(1, 2, 4, 4, 0));
    }

    @Test
    void one_that_wants_fewer_and_still_waits_keeps_it_too() {
        given(registered(0, 100), answer(1, 1, 0, 4), answer(2, 1, 0, 1), answer(1, 2, 0, 2))
                .when(receive(2))
                .then(received(2), filled(1, 2, 2, 2, 0));
    }

    @Test
    void one_that_wanted_none_in_between_stands_at_the_end() {
        given(registered(0, 100), answer(1, 1, 0, 2), answer(2, 1, 0, 1), answer(1, 2, 0, 0), answer(1, 3, 0, 2))
                .when(receive(1))
                .then(received(1), filled(2, 1, 1, 1, 0));
    }

    @Test
    void what_was_reserved_before_does_not_make_a_back_order_older() {
        given(registered(0, 100), received(1), answer(1, 1, 1, 0), answer(2, 1, 0, 2), answer(1, 2, 1, 2))
                .when(receive(2))
                .then(received(2), filled(2, 1, 2, 2, 0));
    }

    @Test
    void an_older_ask_that_comes_late_changes_no_place() {
        given(registered(0, 100), answer(1, 2, 0, 2), answer(2, 1, 0, 1), answer(1, 1, 1, 0, 2, 0, 0))
                .when(receive(2))
                .then(received(2), filled(1, 2, 2, 2, 0));
    }

    @Test
    void what_is_kept_for_safety_fills_none() {
        given(registered(3, 100), answer(1, 1, 0, 4)).when(receive(3)).then(received(3));
        given(registered(3, 100), answer(1, 1, 0, 4)).when(receive(6)).then(received(6), filled(1, 1, 3, 3, 1));
    }

    @Test
    void fewer_kept_for_safety_fill_some() {
        given(registered(3, 100), received(3), answer(1, 1, 0, 4))
                .when(register(1, 100))
                .then(changed(1, 100), filled(1, 1, 2, 2, 2));
    }

    @Test
    void units_that_are_found_fill_some() {
        given(registered(0, 100), answer(1, 1, 0, 4)).when(adjust(4)).then(adjusted(4), filled(1, 1, 4, 4, 0));
    }

    @Test
    void so_do_units_that_come_back() {
        given(registered(0, 100), received(2), dispatched(9, 1, 2, 0, 0), answer(1, 1, 0, 2))
                .when(giveBack(9, 1, 2))
                .then(returned(9, 1, 2), filled(1, 1, 2, 2, 0));
    }

    @Test
    void a_filling_tells_what_has_left_of_the_line() {
        given(registered(0, 100), received(2), answer(1, 1, 2, 3), dispatched(1, 1, 2, 2, 0))
                .when(receive(1))
                .then(received(1), new BackorderFilled(ITEM, order(1), "1", 1, 1, 1, 2, 2, NOW));
    }

    @Test
    void what_was_filled_is_reserved_like_any_other() {
        given(registered(0, 100), answer(1, 1, 0, 4), received(4), filled(1, 1, 4, 4, 0))
                .when(dispatch(1, 1, 4))
                .then(dispatched(1, 1, 4, 4, 0));
    }
}
