package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockRefusal.NotOnHand;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockRefusal.OutOfStock;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.stock.Movement;
import io.ordertrail.model.stock.StockItemState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goods that leave and come back. */
class MovementTest extends StockScenario {

    @Test
    void S5_a_dispatch_uses_up_the_reservation() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0))
                .when(dispatch(1, 1, 4))
                .then(dispatched(1, 1, 4, 4, 0));
    }

    @Test
    void S5_what_has_left_is_not_there_for_another() {
        given(registered(0, 0), received(10), answer(1, 1, 10, 0), dispatched(1, 1, 10, 10, 0))
                .when(ask(2, 1, 1))
                .then(answer(2, 1, 1, 0, 0, 1, 0));
    }

    @Test
    void S5_in_part_where_not_all_leaves() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), dispatched(1, 1, 3, 3, 0))
                .when(dispatch(1, 2, 1))
                .then(dispatched(1, 2, 1, 1, 0));
    }

    @Test
    void S5_what_goes_beyond_it_must_be_available() {
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), answer(2, 1, 4, 0))
                .when(dispatch(1, 1, 6))
                .then(dispatched(1, 1, 6, 4, 0));
        given(registered(0, 0), received(10), answer(1, 1, 4, 0), answer(2, 1, 4, 0))
                .when(dispatch(1, 1, 7))
                .refused(new OutOfStock(SKU, 2, 3));
    }

    @Test
    void S5_what_was_never_reserved_may_leave_all_the_same() {
        given(registered(0, 0), received(10)).when(dispatch(1, 1, 10)).then(dispatched(1, 1, 10, 0, 0));
    }

    @Test
    void S5_what_leaves_is_no_longer_waited_for() {
        given(registered(0, 9), received(2), answer(1, 1, 0, 3))
                .when(dispatch(1, 1, 2))
                .then(dispatched(1, 1, 2, 0, 2));
    }

    @Test
    void S1_what_is_not_on_hand_cannot_leave_even_if_it_is_reserved() {
        given(registered(0, 0), received(4), answer(1, 1, 4, 0), adjusted(-1), shortfall(1))
                .when(dispatch(1, 1, 4))
                .refused(new NotOnHand(SKU, 3, 4));
    }

    @Test
    void a_shipment_is_counted_once() {
        given(registered(0, 0), received(10), dispatched(1, 1, 2, 0, 0))
                .when(dispatch(1, 1, 2))
                .changesNothing(2);
    }

    @Test
    void even_when_the_item_has_forgotten_it() {
        List<StockEvent> events = new ArrayList<>(List.of(registered(0, 0), received(1_000)));
        for (int n = 0; n <= StockItemState.REMEMBERED * 5 / 4; n++) {
            events.add(dispatched(1, n, 1, 0, 0));
            names.claim(Movement.DISPATCH, shipment(n) + "/1", ITEM);
        }
        given(events.toArray(StockEvent[]::new)).when(dispatch(1, 0, 1)).changesNothing(events.size() - 1);
    }

    /** As an attempt leaves it whose event an Axon Server never stored. */
    @Test
    void it_is_counted_though_its_name_was_claimed_when_no_event_tells_of_it() {
        names.claim(Movement.DISPATCH, shipment(1) + "/1", ITEM);
        given(registered(0, 0), received(10)).when(dispatch(1, 1, 2)).then(dispatched(1, 1, 2, 0, 0));
    }

    @Test
    void what_is_counted_is_known_by_its_name() {
        given(registered(0, 0), received(10)).when(dispatch(1, 1, 2)).then(dispatched(1, 1, 2, 0, 0));
        assertThat(names.ownerOf(Movement.DISPATCH, shipment(1) + "/1")).contains(ITEM);
    }

    @Test
    void what_comes_back_is_on_hand_again() {
        given(registered(0, 0), received(4), dispatched(1, 1, 4, 0, 0))
                .when(giveBack(1, 1, 3))
                .then(returned(1, 1, 3));
        given(registered(0, 0), received(4), dispatched(1, 1, 4, 0, 0), returned(1, 1, 3))
                .when(ask(2, 1, 4))
                .then(answer(2, 1, 4, 0, 0, 4, 0));
    }

    @Test
    void a_return_is_counted_once() {
        given(registered(0, 0), received(4), returned(1, 1, 3))
                .when(giveBack(1, 1, 3))
                .changesNothing(2);
    }

    @Test
    void a_shipment_and_a_return_of_one_name_are_two_movements() {
        given(registered(0, 0), received(4), dispatched(1, 1, 1, 0, 0))
                .when(new ReturnStock(ITEM, order(1), "1", shipment(1), 1, null))
                .then(new StockEvent.StockReturned(ITEM, order(1), "1", shipment(1), 1, NOW));
    }

    @Test
    void what_left_before_the_item_was_tracked_is_not_counted() {
        Instant before = REGISTERED.minusSeconds(1);
        given(registered(0, 0))
                .when(new DispatchStock(ITEM, order(1), "1", shipment(1), 5, before))
                .changesNothing(0);
        given(registered(0, 0))
                .when(new ReturnStock(ITEM, order(1), "1", "return-1", 5, before))
                .changesNothing(0);
    }

    @Test
    void what_will_leave_has_not_left() {
        Instant later = NOW.plusSeconds(3);
        given(registered(0, 0), received(10))
                .when(new DispatchStock(ITEM, order(1), "1", shipment(1), 5, later))
                .refused(new ImpossibleTime(later, BusinessTime.EARLIEST, NOW));
    }

    @Test
    void S7_of_a_sku_that_was_never_registered_nothing_leaves() {
        givenNothing().when(dispatch(1, 1, 1)).refused(new NotTracked(SKU));
        assertThat(names.ownerOf(Movement.DISPATCH, shipment(1) + "/1")).isEmpty();
    }

    @Test
    void quantities_have_bounds() {
        given(registered(0, 0)).when(dispatch(1, 1, 0)).faulty("/quantity OUT_OF_RANGE");
        given(registered(0, 0)).when(giveBack(1, 1, 1_000_000_001)).faulty("/quantity OUT_OF_RANGE");
    }
}
