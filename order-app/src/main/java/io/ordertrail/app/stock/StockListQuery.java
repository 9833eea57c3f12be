package io.ordertrail.app.stock;

import io.ordertrail.api.stock.StockQuery.Filter;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a list of stock items. */
record StockListQuery(
        @Schema(description = "Beginning of the SKU", maxLength = 64, example = "TEE") @Nullable
        String sku,

        @Schema(description = "true: only SKUs to reorder; false: only the others") @Nullable
        Boolean belowReorderPoint,

        PageQuery page) {

    Filter filter() {
        return new Filter(sku, belowReorderPoint);
    }
}
