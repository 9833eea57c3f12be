package io.ordertrail.axon.process;

import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/** A saga for tests: a confirmed order gets the notes "one" and "two", one after the other. */
public class Reminder {

    private List<String> taken = new ArrayList<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderConfirmed event, Steps steps) {
        SagaLifecycle.associateWith("subject", event.orderId());
        steps.send(step(event.orderId(), "one"), ProcessProbe.note(event.orderId(), "one"));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderNoteAdded event, Steps steps) {
        taken.add(event.text());
        if (event.text().equals("one")) {
            steps.send(step(event.orderId(), "two"), ProcessProbe.note(event.orderId(), "two"));
        }
        if (taken.equals(List.of("one", "two"))) {
            SagaLifecycle.end();
        }
    }

    /** Nothing more can be done. */
    @EndSaga
    @SagaEventHandler(associationProperty = "subject")
    void on(StepRefused event, Steps steps) {
        steps.insist(step(event.subject(), "sorry"), ProcessProbe.note(event.subject(), "no " + StepId.of(event)));
    }

    static StepId step(String orderId, String name) {
        return StepId.first("reminder", orderId, name);
    }
}
