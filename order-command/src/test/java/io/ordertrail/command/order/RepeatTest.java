package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;

class RepeatTest extends OrderScenario {

    @Test
    void O7_the_same_command_again_changes_nothing_and_answers_the_same() {
        givenCausedBy("command-1", created(), captured(TOTAL), confirmed())
                .when("command-1", received(TOTAL))
                .then()
                .answer(Receipt.of(ORDER, 2).again());
    }

    @Test
    void O7_a_repeat_is_answered_even_where_the_command_would_be_refused_by_now() {
        givenCausedBy("command-1", created(), cancelled())
                .when("command-1", cancel())
                .then()
                .answer(Receipt.of(ORDER, 1).again());
    }

    @Test
    void O7_another_command_that_says_the_same_is_another_command() {
        givenCausedBy("command-1", created(), new OrderNoteAdded(ORDER, "c-1", "hello", NoteVisibility.INTERNAL, LATER))
                .when("command-2", note("hello"))
                .then(new OrderNoteAdded(ORDER, "c-1", "hello", NoteVisibility.INTERNAL, NOW))
                .answer(Receipt.of(ORDER, 2));
    }

    @Test
    void O7_what_one_command_did_is_known_by_its_id_from_then_on() {
        fixture.given(created(), captured(TOTAL), confirmed())
                .andGivenCommands(message("command-1", note("once")))
                .when(message("command-1", note("once")), Map.of())
                .expectNoEvents()
                .expectResultMessagePayload(Receipt.of(ORDER, 3).again());
    }

    @Test
    void a_command_that_expects_the_present_version_is_obeyed() {
        given(created(), captured(TOTAL), confirmed())
                .ifMatch(2)
                .when(note("seen"))
                .answer(Receipt.of(ORDER, 3));
    }

    @Test
    void a_command_that_expects_an_older_version_is_refused() {
        given(created(), captured(TOTAL), confirmed()).ifMatch(1).when(cancel()).refused(new StaleVersion(1, 2));
    }

    @Test
    void a_command_that_expects_a_version_to_come_is_refused() {
        given(created()).ifMatch(1).when(cancel()).refused(new StaleVersion(1, 0));
    }

    @Test
    void a_stale_version_comes_before_any_rule() {
        given(created(), cancelled()).ifMatch(0).when(cancel()).refused(new StaleVersion(0, 1));
    }

    @Test
    void O7_a_repeat_is_answered_whatever_version_it_expected() {
        givenCausedBy("command-1", created(), cancelled())
                .ifMatch(0)
                .when("command-1", cancel())
                .answer(Receipt.of(ORDER, 1).again());
    }

    private static GenericCommandMessage<?> message(String id, Object command) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(id, command, Map.of(MetaKeys.ROLES, "SUPPORT")),
                command.getClass().getName());
    }

    /** {@code verify} looked for the events that the receipt spoke of, and found none. */
    @Test
    void a_command_that_changes_nothing_is_answered_as_what_had_been_done_before() {
        given(created(), captured(TOTAL), confirmed())
                .by("SUPERVISOR")
                .when(new RetryAsk(ORDER, "1", 1))
                .then()
                .answer(Receipt.of(ORDER, 2).again());
    }
}
