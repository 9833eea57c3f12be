package io.ordertrail.app.order;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.NoteVisibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change an order. {@code at} is when it happened, if that was before now. */
final class Changing {

    private Changing() {}

    record Cancellation(
            CancellationReason reason,
            @Schema(maxLength = 4000) @Nullable String note,

            @Schema(
                    description = "Not given: the whole order. Given: these units of a partly shipped order; an empty"
                            + " list means all that is left.")
            @Nullable
            List<Units> lines,

            @Nullable Instant at) {}

    record Hold(
            @Schema(description = "Why, in one word", example = "FRAUD_CHECK", maxLength = 100)
            String reason,

            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {}

    record Release(
            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {}

    record Note(
            @Schema(maxLength = 4000) String text,

            @Schema(description = "Who may read it; INTERNAL if not given") @Nullable
            NoteVisibility visibility,

            @Nullable Instant at) {}

    record PaymentWaiver(
            @Schema(description = "Why goods may leave unpaid", maxLength = 4000)
            String reason,

            @Nullable Instant at) {}

    record EditConfirmation(@Nullable Instant at) {}

    record Resolution(
            @Schema(description = "What was done about it", maxLength = 4000) @Nullable
            String note) {}

    /** So many units of one line. */
    record Units(
            String lineId,
            @Schema(minimum = "1", maximum = "1000000") Integer quantity) {

        LineQuantity meant() {
            return new LineQuantity(lineId, quantity);
        }
    }
}
