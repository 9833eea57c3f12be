package io.ordertrail.app.stock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change stock. {@code at} is when it happened; default: now. */
final class StockRequests {

    private static final String MOST = "1000000000";

    private StockRequests() {}

    record StockSettings(
            @Schema(maxLength = 200, example = "Tee M") String name,

            @Schema(description = "Units that are never promised; default: 0", minimum = "0", maximum = MOST) @Nullable
            Long safety,

            @Schema(
                    description = "Units that may be promised beyond the stock; default: 0",
                    minimum = "0",
                    maximum = MOST)
            @Nullable
            Long backorderLimit,

            @Schema(
                    description = "Reorder the SKU when this many units or fewer are available; default: 0",
                    minimum = "0",
                    maximum = MOST)
            @Nullable
            Long reorderPoint,

            @Nullable Instant at) {

        static long units(@Nullable Long given) {
            return Objects.requireNonNullElse(given, 0L);
        }
    }

    record StockReceipt(
            @Schema(minimum = "1", maximum = MOST) Long quantity,

            @Schema(
                    description = "Reference of the delivery, such as a purchase order",
                    maxLength = 100,
                    example = "po-7")
            @Nullable
            String reference,

            @Nullable Instant at) {}

    record StockAdjustment(
            @Schema(description = "The difference, not 0", minimum = "-" + MOST, maximum = MOST)
            Long quantity,

            @Schema(description = "Why, in one word", maxLength = 100, example = "COUNT")
            String reason,

            @Nullable Instant at) {}
}
