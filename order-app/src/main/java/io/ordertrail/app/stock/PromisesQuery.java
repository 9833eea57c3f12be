package io.ordertrail.app.stock;

import io.ordertrail.api.stock.StockQuery.ListPromises;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a list of what is promised of all items. */
record PromisesQuery(
        @Schema(description = "Only these whole SKUs", example = "TEE-M")
        List<String> sku,

        @Schema(description = "Only of these orders", example = "order-2a9c26c6-0000-3000-8000-000000000001")
        List<String> orderId,

        @Schema(description = "true: only reservations with back-ordered units; false: only those without") @Nullable
        Boolean backordered,

        PageQuery page) {

    ListPromises toContract() {
        return new ListPromises(sku, orderId, backordered, page.checked().size(), page.after());
    }
}
