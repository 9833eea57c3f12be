package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockRefusal.NothingReserved;
import io.ordertrail.api.stock.StockRefusal.OutOfStock;
import org.junit.jupiter.api.Test;

class ReservationTest extends StockScenario {

    @Test
    void S3_what_is_available_is_reserved() {
        given(registered(0, 0), received(10))
                .when(reserve(1, 10))
                .then(reserved(1, 10))
                .answer(Receipt.of(ITEM, 2));
    }

    @Test
    void S3_more_than_is_available_is_refused() {
        given(registered(0, 0), received(10)).when(reserve(1, 11)).refused(new OutOfStock(SKU, 10, 11));
    }

    @Test
    void S2_what_is_reserved_is_not_available_to_another() {
        given(registered(0, 0), received(10), reserved(1, 8))
                .when(reserve(2, 3))
                .refused(new OutOfStock(SKU, 2, 3));
    }

    @Test
    void S2_what_is_kept_for_safety_is_not_available() {
        given(registered(4, 0), received(10)).when(reserve(1, 7)).refused(new OutOfStock(SKU, 6, 7));
    }

    @Test
    void S2_less_than_what_is_kept_for_safety_is_nothing() {
        given(registered(4, 0), received(1)).when(reserve(1, 1)).refused(new OutOfStock(SKU, 0, 1));
    }

    @Test
    void S3_what_is_not_there_is_back_ordered_within_the_limit() {
        given(registered(0, 5), received(2)).when(reserve(1, 5)).then(backordered(1, 5));
    }

    @Test
    void S3_all_or_nothing_so_a_line_is_never_split_between_reserved_and_back_ordered() {
        given(registered(0, 5), received(2), backordered(1, 3))
                .when(reserve(2, 3))
                .refused(new OutOfStock(SKU, 2, 3));
    }

    @Test
    void S3_what_is_available_goes_to_whom_it_suffices_while_others_wait_for_more() {
        given(registered(0, 5), received(2), backordered(1, 3))
                .when(reserve(2, 2))
                .then(reserved(2, 2));
    }

    @Test
    void S4_the_same_line_again_changes_nothing() {
        given(registered(0, 0), received(10), reserved(1, 4))
                .when(reserve(1, 4))
                .changesNothing(2);
    }

    @Test
    void S4_nor_does_it_where_it_is_back_ordered() {
        given(registered(0, 9), backordered(1, 4)).when(reserve(1, 4)).changesNothing(1);
    }

    @Test
    void S4_a_line_that_needs_more_is_promised_the_difference() {
        given(registered(0, 0), received(10), reserved(1, 4))
                .when(reserve(1, 7))
                .then(reserved(1, 3));
    }

    @Test
    void S4_the_difference_may_be_back_ordered_alone() {
        given(registered(0, 9), received(5), reserved(1, 4)).when(reserve(1, 7)).then(backordered(1, 3));
    }

    @Test
    void S4_a_line_that_needs_fewer_is_left_alone() {
        given(registered(0, 0), received(10), reserved(1, 4))
                .when(reserve(1, 2))
                .changesNothing(2);
    }

    @Test
    void S4_what_has_left_already_counts_as_promised() {
        given(registered(0, 0), received(10), reserved(1, 4), dispatched(1, 1, 3, 3, 0))
                .when(reserve(1, 4))
                .changesNothing(3);
    }

    @Test
    void a_confirmed_reservation_no_longer_ends_by_itself() {
        given(registered(0, 0), received(10), reserved(1, 4, OVER))
                .when(confirm(1))
                .then(confirmed(1));
        given(registered(0, 0), received(10), reserved(1, 4, OVER), confirmed(1))
                .when(expire(1))
                .changesNothing(3);
    }

    @Test
    void it_is_confirmed_once() {
        given(registered(0, 0), received(10), reserved(1, 4), confirmed(1))
                .when(confirm(1))
                .changesNothing(3);
    }

    @Test
    void S4_a_line_that_got_all_it_was_promised_is_not_promised_it_again() {
        given(registered(0, 0), received(10), reserved(1, 4), dispatched(1, 1, 4, 4, 0))
                .when(reserve(1, 4))
                .changesNothing(3);
    }

    @Test
    void what_has_left_before_it_was_confirmed_needs_no_confirmation() {
        given(registered(0, 0), received(10), reserved(1, 4), dispatched(1, 1, 4, 4, 0))
                .when(confirm(1))
                .changesNothing(3);
    }

    @Test
    void what_has_ended_cannot_be_confirmed() {
        given(registered(0, 0), received(10), reserved(1, 4), released(1, 4, 0, ReleaseReason.EXPIRED))
                .when(confirm(1))
                .refused(new NothingReserved(SKU, order(1), "1"));
    }

    @Test
    void a_reservation_whose_time_is_over_is_taken_back() {
        given(registered(0, 0), received(10), reserved(1, 4, OVER))
                .when(expire(1))
                .then(released(1, 4, 0, ReleaseReason.EXPIRED));
    }

    @Test
    void its_time_is_over_at_that_very_moment() {
        given(registered(0, 0), received(10), reserved(1, 4, NOW))
                .when(expire(1))
                .then(released(1, 4, 0, ReleaseReason.EXPIRED));
    }

    @Test
    void one_whose_time_is_not_over_stays() {
        given(registered(0, 0), received(10), reserved(1, 4)).when(expire(1)).changesNothing(2);
    }

    @Test
    void nothing_reserved_cannot_expire() {
        given(registered(0, 0)).when(expire(1)).changesNothing(0);
    }

    @Test
    void a_reservation_is_taken_back_whole() {
        given(registered(0, 0), received(10), reserved(1, 4), confirmed(1))
                .when(release(1, null))
                .then(released(1, 4, 0, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void or_in_part_and_what_is_not_there_goes_first() {
        given(registered(0, 9), received(2), reserved(1, 2), backordered(1, 3))
                .when(release(1, 4L))
                .then(released(1, 4, 3, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void no_more_is_taken_back_than_there_is() {
        given(registered(0, 0), received(10), reserved(1, 4))
                .when(release(1, 9L))
                .then(released(1, 4, 0, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void nothing_is_taken_back_of_nothing() {
        given(registered(0, 0), received(10)).when(release(1, null)).changesNothing(1);
    }

    @Test
    void S7_of_a_sku_that_was_never_registered_nothing_can_be_reserved() {
        givenNothing().when(reserve(1, 1)).refused(new NotTracked(SKU));
    }

    @Test
    void O7_the_same_command_again_changes_nothing_and_answers_the_same() {
        givenCausedBy("command-1", registered(0, 0), received(10))
                .when("command-1", receive(10))
                .then()
                .answer(Receipt.of(ITEM, 1).again());
    }

    @Test
    void stock_is_moved_by_staff_and_by_the_service_alone() {
        given(registered(0, 0)).by("STAFF").when(receive(10)).then(received(10));
        given(registered(0, 0)).by("CUSTOMER").when(receive(10)).refused(new MissingRole("STAFF"));
    }

    @Test
    void quantities_have_bounds() {
        given(registered(0, 0)).when(reserve(1, 0)).faulty("/quantity OUT_OF_RANGE");
        given(registered(0, 0)).when(reserve(1, 1_000_000_001)).faulty("/quantity OUT_OF_RANGE");
        given(registered(0, 0)).when(release(1, -1L)).faulty("/quantity OUT_OF_RANGE");
    }
}
