package io.ordertrail.axon;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import java.time.Instant;
import java.util.List;

/** What becomes of a step, with every field filled. */
final class ProcessSamples {

    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final Instant AT = Instant.parse("2026-11-22T08:14:03.123456Z");

    private ProcessSamples() {}

    static List<ProcessEvent> events() {
        return List.of(
                new StepRefused(
                        "fulfilment",
                        ORDER,
                        "set-reservation",
                        "line-1",
                        3,
                        "INSUFFICIENT_STOCK",
                        "2 are wanted, 1 is left.",
                        AT),
                new StepStuck("fulfilment", ORDER, "capture", "", 2, "UNAVAILABLE", "No answer in 30 s", AT),
                new StepUnstuck("fulfilment", ORDER, "capture", "", 2, AT),
                new StepTakenOver("fulfilment", ORDER, "capture", "", 2, "anna", "Paid by bank transfer.", AT),
                new EventParked(
                        "processes",
                        ORDER,
                        "0b8a2f0e-7b1c-4c55-8d7e-3a1f5f0c9a11",
                        "order.OrderConfirmed",
                        "ILLEGAL_STATE_EXCEPTION",
                        AT),
                new ParkedEventTaken("processes", ORDER, "0b8a2f0e-7b1c-4c55-8d7e-3a1f5f0c9a11", AT),
                new ParkedEventDiscarded(
                        "processes", ORDER, "0b8a2f0e-7b1c-4c55-8d7e-3a1f5f0c9a11", "anna", "It was a test.", AT));
    }
}
