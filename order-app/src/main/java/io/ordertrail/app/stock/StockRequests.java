package io.ordertrail.app.stock;

import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change stock. {@code at} is when it happened; default: now. */
final class StockRequests {

    private StockRequests() {}

    @Becomes(StockCommand.RegisterStockItem.class)
    record StockSettings(
            @Schema(example = "Tee M") String name,

            @Schema(description = "Units that are never promised; default: 0") @Nullable
            Long safety,

            @Schema(description = "Units that may be promised beyond the stock; default: 0") @Nullable
            Long backorderLimit,

            @Schema(description = "Reorder the SKU when this many units or fewer are available; default: 0") @Nullable
            Long reorderPoint,

            @Nullable Instant at) {

        static long units(@Nullable Long given) {
            return Objects.requireNonNullElse(given, 0L);
        }
    }

    @Becomes(StockCommand.ReceiveStock.class)
    record StockReceipt(
            Long quantity,

            @Schema(description = "Reference of the delivery, such as a purchase order", example = "po-7") @Nullable
            String reference,

            @Nullable Instant at) {}

    @Becomes(StockCommand.AdjustStock.class)
    record StockAdjustment(
            @Schema(description = "The difference, not 0") Long quantity,

            @Schema(description = "Why, in one word", example = "COUNT")
            String reason,

            @Nullable Instant at) {}
}
