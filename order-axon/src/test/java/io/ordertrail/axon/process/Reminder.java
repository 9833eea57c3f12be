package io.ordertrail.axon.process;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import org.axonframework.eventhandling.EventHandler;

/** A policy for tests: a confirmed order gets the notes "one" and "two", one after the other. */
final class Reminder {

    static final String NAME = "reminder";

    @EventHandler
    void on(OrderConfirmed event, StepOutbox steps) {
        steps.send(step(event.orderId(), "one"), ProcessProbe.note(event.orderId(), "one"));
    }

    @EventHandler
    void on(OrderNoteAdded event, StepOutbox steps) {
        if (event.text().equals("one")) {
            steps.send(step(event.orderId(), "two"), ProcessProbe.note(event.orderId(), "two"));
        }
    }

    /** Nothing more can be done. */
    @EventHandler
    void on(StepRefused event, StepOutbox steps) {
        if (event.process().equals(NAME)) {
            steps.insist(step(event.subject(), "sorry"), ProcessProbe.note(event.subject(), "no " + StepId.of(event)));
        }
    }

    static StepId step(String orderId, String kind) {
        return StepId.of(NAME, orderId, kind);
    }
}
