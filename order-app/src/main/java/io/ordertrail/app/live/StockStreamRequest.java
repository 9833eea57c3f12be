package io.ordertrail.app.live;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Which items are meant. */
record StockStreamRequest(
        @Schema(description = "Whole SKUs; default: all", example = "TEE-M")
        List<String> sku,

        StreamRequest stream) {}
