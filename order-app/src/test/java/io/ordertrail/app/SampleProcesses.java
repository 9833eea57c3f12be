package io.ordertrail.app;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterInspection.Change;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.process.ProcessCommand.DiscardParked;
import io.ordertrail.api.process.ProcessCommand.RetryAllParked;
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
    static final DeadLetters PARKED = new DeadLetters(
            List.of(new DeadLetter(
                    PARKED_ID,
                    "processes",
                    "order-1",
                    "event-1",
                    "order.OrderConfirmed",
                    2,
                    "ILLEGAL_STATE_EXCEPTION",
                    THEN,
                    THEN,
                    THEN)),
            1,
            2);
    static final DeadLetterInspection INSPECTED = new DeadLetterInspection(
            PARKED.items().get(0),
            new DeadLetterInspection.Event(
                    "event-1", "order.OrderConfirmed", "1", 3L, THEN, Map.of("orderId", "order-1"), Map.of()),
            List.of(new Row(
                    STEP.text(), true, null, List.of(new Change("", null, Map.of("command", "stock.SetReservation"))))),
            new DeadLetterRetry("processes", "order-1", 2, 0, null));
    static final Processes PROCESSES = new Processes(
            List.of(new Processes.Item("processes", true, false, 41, 42, 1, 1, 1)),
            List.of(new Processes.Sender("fulfilment", 1, 1, THEN)));
    static final Map<Class<?>, Object> ANSWERS = Map.of(
            RetryStep.class, STEPS.items().get(0),
            TakeOverStep.class, STEPS.items().get(0),
            RetryParked.class, INSPECTED.retry(),
            RetryAllParked.class, new DeadLetterRetries(1, 1, 2, 0, 0),
            DiscardParked.class, PARKED.items().get(0));

    private SampleProcesses() {}
}
