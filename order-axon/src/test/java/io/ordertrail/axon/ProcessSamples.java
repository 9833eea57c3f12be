package io.ordertrail.axon;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
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
                        "fulfilment", ORDER, "reserve:1", 1, "INSUFFICIENT_STOCK", "2 are wanted, 1 is left.", AT),
                new StepStuck("fulfilment", ORDER, "release:1", 2, "UNAVAILABLE", "No answer in 30 s", AT),
                new StepUnstuck("fulfilment", ORDER, "release:1", 2, AT));
    }
}
