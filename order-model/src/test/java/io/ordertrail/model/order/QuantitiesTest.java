package io.ordertrail.model.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.model.order.goods.Quantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    private static final Quantities FIVE = Quantities.ordered(5);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 5, 0",
        "5, 0, 5, 0, 0",
        "3, 2, 3, 0, 2",
        "3, 0, 3, 2, 0",
        "0, 5, 0, 0, 5",
        // Stock may keep more than is open here: what was approved since, or cancelled.
        "9, 9, 5, 0, 0"
    })
    void of_the_open_units_some_are_there_some_are_waited_for_and_the_rest_is_not_promised(
            long granted, long waiting, long ready, long awaited, long backordered) {
        Quantities kept = FIVE.keep(granted, waiting);
        assertThat(kept.ready()).isEqualTo(ready);
        assertThat(kept.awaited()).isEqualTo(awaited);
        assertThat(kept.backordered()).isEqualTo(backordered);
    }

    @Test
    void what_was_approved_or_has_left_uses_up_what_was_granted() {
        Quantities onItsWay = FIVE.approve(2).ship(1);
        assertThat(onItsWay.keep(5, 0).ready()).isEqualTo(3);
        assertThat(onItsWay.keep(2, 3).ready()).isZero();
        assertThat(onItsWay.keep(2, 3).backordered()).isEqualTo(3);
    }

    @Test
    void what_was_lost_is_open_again_and_stock_has_to_grant_it_anew() {
        Quantities lost = FIVE.approve(2).ship(2).lose(2);
        assertThat(lost.lost()).isEqualTo(2);
        assertThat(lost.shipped()).isZero();
        assertThat(lost.open()).isEqualTo(5);
        assertThat(lost.keep(5, 0).ready()).isEqualTo(3);
        assertThat(lost.keep(5, 0).awaited()).isEqualTo(2);
        assertThat(lost.keep(7, 0).ready()).isEqualTo(5);
    }

    @Test
    void what_arrived_cannot_be_lost() {
        Quantities arrived = FIVE.approve(2).ship(2).deliver(1);
        assertThat(arrived.lose(1).delivered()).isEqualTo(1);
        assertThatThrownBy(() -> arrived.lose(2)).hasMessageStartingWith("O3 broken");
    }

    @Test
    void what_is_given_up_is_first_what_is_not_there() {
        Quantities waiting = FIVE.keep(2, 2);
        assertThat(waiting.cancel(2).ready()).isEqualTo(2);
        assertThat(waiting.cancel(2).backordered()).isEqualTo(1);
        assertThat(waiting.cancel(4).ready()).isEqualTo(1);
        assertThat(waiting.reorder(4)).isEqualTo(Quantities.ordered(4).keep(2, 2));
        assertThat(waiting.reorder(9).ready()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0, 0, 0, 0", "0, 1, 2, 0, 0, 0", "0, 2, 1, 2, 0, 0", "0, 2, 1, 0, 2, 0", "0, 0, 0, 0, 0, -1"})
    void O3_other_quantities_cannot_be_written_down(
            long cancelled, long approved, long shipped, long delivered, long returned, long lost) {
        assertThatThrownBy(() -> new Quantities(3, cancelled, approved, shipped, delivered, returned, 0, 0, 0, lost))
                .hasMessageStartingWith("O3 broken");
    }
}
