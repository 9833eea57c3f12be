package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import io.ordertrail.api.stock.ReleaseReason;
import org.junit.jupiter.api.Test;

/** Process 5: whatever makes units available, the oldest back-orders get them. */
class BackorderTest extends StockScenario {

    @Test
    void goods_that_come_in_go_to_the_oldest_back_orders() {
        given(registered(0, 100), backordered(1, 4), backordered(2, 5), backordered(3, 6))
                .when(receive(10))
                .then(received(10), filled(1, 4), filled(2, 5));
    }

    @Test
    void no_younger_one_goes_before_an_older_one_that_is_too_large() {
        given(registered(0, 100), backordered(1, 8), backordered(2, 1))
                .when(receive(7))
                .then(received(7));
    }

    @Test
    void what_one_is_promised_it_keeps_its_place_with() {
        given(registered(0, 100), backordered(1, 2), backordered(2, 1), backordered(1, 2))
                .when(receive(4))
                .then(received(4), filled(1, 4));
    }

    @Test
    void what_was_reserved_before_does_not_make_a_back_order_older() {
        given(registered(0, 100), received(1), reserved(1, 1), backordered(2, 2), backordered(1, 2))
                .when(receive(2))
                .then(received(2), filled(2, 2));
    }

    @Test
    void what_is_kept_for_safety_fills_none() {
        given(registered(3, 100), backordered(1, 4)).when(receive(6)).then(received(6));
    }

    @Test
    void fewer_kept_for_safety_fill_some() {
        given(registered(3, 100), received(4), backordered(1, 4))
                .when(register(0, 100))
                .then(kept(0, 100), filled(1, 4));
    }

    @Test
    void units_that_are_found_fill_some() {
        given(registered(0, 100), backordered(1, 4)).when(adjust(4)).then(adjusted(4), filled(1, 4));
    }

    @Test
    void so_do_units_that_come_back() {
        given(registered(0, 100), received(2), dispatched(9, 1, 2, 0, 0), backordered(1, 2))
                .when(giveBack(9, 1, 2))
                .then(returned(9, 1, 2), filled(1, 2));
    }

    @Test
    void and_units_that_another_order_no_longer_needs() {
        given(registered(0, 100), received(4), reserved(1, 4), backordered(2, 3))
                .when(release(1, null))
                .then(released(1, 4, 0, ReleaseReason.ORDER_CANCELLED), filled(2, 3));
    }

    @Test
    void and_units_of_a_reservation_whose_time_is_over() {
        given(registered(0, 100), received(4), reserved(1, 4, OVER), backordered(2, 3))
                .when(expire(1))
                .then(released(1, 4, 0, ReleaseReason.EXPIRED), filled(2, 3));
    }

    @Test
    void once_the_oldest_is_taken_back_it_is_the_next_ones_turn() {
        given(registered(0, 100), received(1), backordered(1, 8), backordered(2, 1))
                .when(release(1, null))
                .then(released(1, 8, 8, ReleaseReason.ORDER_CANCELLED), filled(2, 1));
    }

    @Test
    void a_back_order_that_was_filled_is_a_reservation_like_any_other() {
        given(registered(0, 100), backordered(1, 4), received(4), filled(1, 4))
                .when(dispatch(1, 1, 4))
                .then(dispatched(1, 1, 4, 4, 0));
    }
}
