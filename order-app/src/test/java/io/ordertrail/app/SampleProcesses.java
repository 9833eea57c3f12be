package io.ordertrail.app;

import io.ordertrail.api.process.ParkedPage;
import io.ordertrail.api.process.ParkedRetry;
import io.ordertrail.api.process.ProcessCommand.DiscardParked;
import io.ordertrail.api.process.ProcessCommand.RetryParked;
import io.ordertrail.api.process.ProcessCommand.RetryStep;
import io.ordertrail.api.process.ProcessCommand.TakeOverStep;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.axon.process.step.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What stubs say of processes. */
public final class SampleProcesses {

    public static final StepId STEP = StepId.of("fulfilment", "order-1", "set-reservation", "line-1", 2);
    public static final String PARKED_ID = "parked-1";

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    static final StepPage STEPS = new StepPage(
            List.of(new StepPage.Item(
                    STEP.inAddress(),
                    STEP.text(),
                    STEP.process(),
                    STEP.subject(),
                    "stock.SetReservation",
                    THEN,
                    7,
                    true,
                    "UNAVAILABLE",
                    "No answer in 30 s",
                    THEN)),
            "41");
    static final ParkedPage PARKED = new ParkedPage(List.of(new ParkedPage.Item(
            PARKED_ID, "order-1", "event-1", "order.OrderConfirmed", "IllegalStateException: gap", THEN, THEN)));
    static final Processes PROCESSES = new Processes(
            List.of(new Processes.Item("processes", true, false, 41, 42, 1, 1, 1)),
            List.of(new Processes.Sender("fulfilment", 1, 1, THEN)));
    static final Map<Class<?>, Object> ANSWERS = Map.of(
            RetryStep.class, STEPS.items().get(0),
            TakeOverStep.class, STEPS.items().get(0),
            RetryParked.class, new ParkedRetry("order-1", 1, 0, null),
            DiscardParked.class, PARKED.items().get(0));

    private SampleProcesses() {}
}
