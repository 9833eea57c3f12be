package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.model.stock.EndedLines;
import io.ordertrail.model.stock.StockItemState;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

/**
 * Rule S4: asks of a line arrive in any order, twice, and late; the newest one wins, and each is answered. 10 units are
 * there.
 */
class AskOrderTest extends StockScenario {

    private final List<Message<?>> events = new ArrayList<>();

    AskOrderTest() {
        happened("register", registered(0, 0));
        happened("receive", received(10));
    }

    private void happened(String commandId, StockEvent event) {
        events.add(causedBy(commandId, event));
    }

    /** So many other lines come and go. */
    private void otherLinesEnd(int lines) {
        for (int n = 0; n < lines; n++) {
            happened("other-" + n, answer(100 + n, 1, 0, 0));
        }
    }

    @Test
    void S4_a_line_that_asks_for_what_it_has_is_answered_too() {
        happened("first", answer(1, 1, 5, 0));
        given(events).when(ask(1, 2, 5)).then(answer(1, 2, 5, 0)).answer(Receipt.of(ITEM, 3));
    }

    @Test
    void so_is_one_that_wants_nothing_and_has_nothing() {
        given(events).when(ask(1, 1, 0)).then(answer(1, 1, 0, 0));
    }

    @Test
    void a_line_edited_down_and_up_in_quick_succession_has_what_the_newest_ask_wants() {
        happened("first", answer(1, 1, 5, 0));
        happened("down", answer(1, 2, 2, 0));
        given(events).when("up", ask(1, 3, 4)).then(answer(1, 3, 4, 0));
    }

    @Test
    void even_if_the_ask_for_more_overtakes_the_one_for_fewer() {
        happened("first", answer(1, 1, 5, 0));
        happened("up", answer(1, 3, 4, 0));
        given(events).when("down", ask(1, 2, 2)).then(answer(1, 2, 2, 4, 0, 0, 0));
    }

    @Test
    void lines_cancelled_to_the_same_number_twice_leave_nothing_reserved() {
        happened("first", answer(1, 1, 5, 0));
        happened("cancelled", answer(1, 2, 3, 0));
        happened("edited", answer(1, 3, 5, 0));
        given(events).when("cancelled again", ask(1, 4, 3)).then(answer(1, 4, 3, 0));
        happened("cancelled again", answer(1, 4, 3, 0));
        happened("dispatched", dispatched(1, 1, 3, 3, 0));
        given(events).when(ask(2, 1, 7)).then(answer(2, 1, 7, 0));
    }

    @Test
    void the_same_command_again_changes_nothing_and_is_told_the_first_answer() {
        happened("first", answer(1, 1, 4, 0));
        happened("second", answer(1, 2, 3, 0));
        given(events)
                .when("first", ask(1, 1, 4))
                .then()
                .answer(Receipt.of(ITEM, 2).again());
    }

    @Test
    void S4_the_newest_ask_again_changes_nothing_by_whatever_command() {
        happened("first", answer(1, 1, 7, 0, 0, 7, 0));
        given(events).when("another", ask(1, 1, 7)).changesNothing(2);
    }

    @Test
    void an_ask_that_was_overtaken_by_the_release_reserves_nothing() {
        happened("released", answer(1, 2, 0, 0));
        given(events).when(ask(1, 1, 4)).then(answer(1, 1, 4, 0, 0, 0, 0));
    }

    /** Its command is forgotten, its number is not. */
    @Test
    void a_reservation_does_not_rise_from_the_dead_after_many_commands() {
        happened("first", answer(1, 1, 4, 0));
        happened("released", answer(1, 2, 0, 0));
        for (int n = 0; n < 2 * StockItemState.REMEMBERED; n++) {
            happened("later-" + n, received(1));
        }
        given(events).when("first", ask(1, 1, 4)).then(answer(1, 1, 4, 0, 0, 0, 0));
    }

    @Test
    void nor_after_many_lines() {
        happened("released", answer(1, 2, 0, 0));
        otherLinesEnd(EndedLines.REMEMBERED - 1);
        given(events).when(ask(1, 1, 4)).then(answer(1, 1, 4, 0, 0, 0, 0));
    }

    @Test
    void one_more_and_the_line_is_as_good_as_new() {
        happened("released", answer(1, 2, 0, 0));
        otherLinesEnd(EndedLines.REMEMBERED);
        given(events).when(ask(1, 1, 4)).then(answer(1, 1, 4, 0));
    }

    @Test
    void an_ask_that_comes_after_all_has_left_is_told_so() {
        happened("first", answer(1, 2, 4, 0));
        happened("dispatched", dispatched(1, 1, 4, 4, 0));
        given(events).when(ask(1, 1, 6)).then(answer(1, 1, 2, 0, 0, 0, 4));
        given(events).when(ask(1, 3, 4)).then(answer(1, 3, 0, 0, 0, 0, 4));
    }

    @Test
    void a_line_that_asks_again_after_it_ended_has_what_it_wants() {
        happened("released", answer(1, 2, 0, 0));
        given(events).when(ask(1, 3, 4)).then(answer(1, 3, 4, 0));
    }
}
