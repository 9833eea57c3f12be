package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.NoteVisibility;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import java.time.Instant;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

/** How a saga is tested: Axon's fixture, with steps that are recorded. */
class ReminderTest {

    private static final String ORDER = "order-1";

    private final RecordedSteps steps = new RecordedSteps();
    private final SagaTestFixture<Reminder> fixture = new SagaTestFixture<>(Reminder.class);

    ReminderTest() {
        fixture.registerResource(steps);
    }

    @Test
    void a_confirmed_order_is_reminded_of_once() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(new OrderConfirmed(ORDER, Instant.EPOCH))
                .expectActiveSagas(1);
        steps.sent(Reminder.step(ORDER, "one"), ProcessProbe.note(ORDER, "one")).nothingElse();
    }

    @Test
    void it_ends_after_the_second_note() {
        fixture.givenAPublished(new OrderConfirmed(ORDER, Instant.EPOCH))
                .andThenAPublished(noted("one"))
                .whenPublishingA(noted("two"))
                .expectActiveSagas(0);
        steps.sent(Reminder.step(ORDER, "one"), ProcessProbe.note(ORDER, "one"))
                .sent(Reminder.step(ORDER, "two"), ProcessProbe.note(ORDER, "two"))
                .nothingElse();
    }

    @Test
    void a_step_that_was_not_asked_for_fails_the_test() {
        fixture.givenNoPriorActivity().whenPublishingA(new OrderConfirmed(ORDER, Instant.EPOCH));
        assertThatThrownBy(() -> steps.cancelled(Reminder.step(ORDER, "one"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(steps::nothingElse).isInstanceOf(AssertionError.class);
        steps.forget().nothingElse();
    }

    private static OrderNoteAdded noted(String text) {
        return new OrderNoteAdded(ORDER, text, NoteVisibility.INTERNAL, Instant.EPOCH);
    }
}
