package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import org.junit.jupiter.api.Test;

/** What becomes of the units of a line that wants fewer than it has, or none. */
class ReleaseTest extends StockScenario {

    @Test
    void a_line_that_wants_fewer_keeps_so_many() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0))
                .when(ask(1, 2, 3))
                .then(answer(1, 2, 3, 0));
    }

    @Test
    void what_is_not_there_goes_first() {
        given(registered(0, 9), received(2), answer(1, 1, 2, 3))
                .when(ask(1, 2, 4))
                .then(answer(1, 2, 2, 2));
        given(registered(0, 9), received(2), answer(1, 1, 2, 3))
                .when(ask(1, 2, 1))
                .then(answer(1, 2, 1, 0));
    }

    @Test
    void a_line_that_wants_none_keeps_none() {
        given(registered(0, 9), received(2), answer(1, 1, 2, 3))
                .when(ask(1, 2, 0))
                .then(answer(1, 2, 0, 0));
    }

    @Test
    void but_for_units_that_have_left_and_that_the_item_has_not_seen_leave() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0))
                .when(ask(1, 2, 0, 3))
                .then(answer(1, 2, 3, 3, 0, 0, 0));
    }

    @Test
    void what_is_released_is_there_for_others() {
        given(registered(0, 0), received(4), answer(1, 1, 4, 0), answer(1, 2, 1, 0))
                .when(ask(2, 1, 3))
                .then(answer(2, 1, 3, 0));
    }

    @Test
    void the_oldest_line_that_waits_gets_it_at_once() {
        given(registered(0, 9), received(4), answer(1, 1, 4, 0), answer(2, 1, 0, 2), answer(3, 1, 0, 2))
                .when(ask(1, 2, 1))
                .then(answer(1, 2, 1, 0), filled(2, 1, 2, 2, 0), filled(3, 1, 1, 1, 1));
    }

    @Test
    void once_the_oldest_wants_none_it_is_the_next_ones_turn() {
        given(registered(0, 9), received(1), answer(1, 1, 1, 7), answer(2, 1, 0, 1))
                .when(ask(1, 2, 0))
                .then(answer(1, 2, 0, 0), filled(2, 1, 1, 1, 0));
    }

    @Test
    void units_that_were_counted_away_are_not_given_to_others() {
        given(registered(0, 9), received(4), answer(1, 1, 4, 0), adjusted(-3), shortfall(3), answer(2, 1, 0, 2))
                .when(ask(1, 2, 1))
                .then(answer(1, 2, 1, 0));
    }
}
