package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.stock.ReleaseReason;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

/** Some units of a promise are taken back: a command does it once, for ever. 10 units are reserved. */
class ReleaseTest extends StockScenario {

    /** More than an item remembers, of any kind. */
    private static final int MANY = 2 * StockItemState.REMEMBERED;

    private final List<Message<?>> events = new ArrayList<>();

    ReleaseTest() {
        events.add(causedBy("c-1", registered(0, 0)));
        events.add(causedBy("c-2", received(10)));
        events.add(causedBy("c-3", reserved(1, 10)));
    }

    private Given forgotten() {
        for (int n = 0; n < MANY; n++) {
            events.add(causedBy("later-" + n, received(1)));
        }
        return given(events);
    }

    @Test
    void a_release_of_some_units_is_known_by_the_command_that_asked_for_it() {
        given(events).when("r", release(1, 3L)).then(released(1, 3, 0, ReleaseReason.ORDER_CANCELLED));
        assertThat(names.ownerOf(StockNames.RELEASE, "r")).contains(ITEM);
    }

    @Test
    void sent_again_it_changes_nothing() {
        events.add(causedBy("r", released(1, 3, 0, ReleaseReason.ORDER_CANCELLED)));
        given(events).when("r", release(1, 3L)).changesNothing(3);
    }

    @Test
    void even_when_the_item_has_forgotten_it() {
        names.claim(StockNames.RELEASE, "r", ITEM);
        events.add(causedBy("r", released(1, 3, 0, ReleaseReason.ORDER_CANCELLED)));
        forgotten().when("r", release(1, 3L)).changesNothing(3 + MANY);
    }

    @Test
    void another_command_releases_more() {
        names.claim(StockNames.RELEASE, "r", ITEM);
        events.add(causedBy("r", released(1, 3, 0, ReleaseReason.ORDER_CANCELLED)));
        forgotten().when("other", release(1, 3L)).then(released(1, 3, 0, ReleaseReason.ORDER_CANCELLED));
    }

    /** As an attempt leaves it whose event an Axon Server never stored. */
    @Test
    void it_is_released_though_its_name_was_claimed_when_no_event_tells_of_it() {
        names.claim(StockNames.RELEASE, "r", ITEM);
        given(events).when("r", release(1, 3L)).then(released(1, 3, 0, ReleaseReason.ORDER_CANCELLED));
    }

    @Test
    void a_release_of_all_needs_no_name() {
        given(events).when("r", release(1, null)).then(released(1, 10, 0, ReleaseReason.ORDER_CANCELLED));
        assertThat(names.ownerOf(StockNames.RELEASE, "r")).isEmpty();
    }
}
