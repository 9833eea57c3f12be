package io.ordertrail.axon.serialization;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every change that was made of the shape of a stored event. How to add one: docs/how-to/change-an-event.md. */
final class EventChanges {

    static final List<EventChange> ALL = List.of(
            // What became of a parcel is told in one word, whatever it was.
            EventChange.of("shipment.ShipmentLost", 1).rename("note", "reason"),
            // It was the one or the other, and every reader had to find out.
            EventChange.of("order.AskRetried", 1)
                    .split("subject", Map.of("paymentId", EventChanges::payment, "lineId", EventChanges::line)),
            // So that another rule for later retries does not change those that were promised.
            EventChange.of("order.AskRefused", 1).add("retryAfter", EventChanges::doubledEachTime),
            // What was found of the goods matters to stock, what goes back for them to the order.
            EventChange.of("return.ReturnInspected", 1)
                    .takeOut(
                            "return.ReturnRefundDecided",
                            1,
                            List.of("refund", "shipping", "deduction", "deductionReason"),
                            List.of("returnId", "orderId", "at")));

    private EventChanges() {}

    private static @Nullable String payment(@Nullable String subject) {
        return subject != null && subject.startsWith("payment-") ? subject : null;
    }

    private static @Nullable String line(@Nullable String subject) {
        return payment(subject) == null ? subject : null;
    }

    /** As the first releases counted: a minute, two, four … an hour. */
    private static Object doubledEachTime(JsonNode refused) {
        int failures = refused.path("failures").asInt();
        return Duration.ofMinutes(Math.min(60, 1L << Math.min(failures - 1, 6))).toString();
    }
}
