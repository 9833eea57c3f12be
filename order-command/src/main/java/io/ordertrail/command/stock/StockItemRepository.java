package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.command.kernel.AggregateRepository;

/** All stock items. Rule S7: of any other SKU, no stock is kept. */
final class StockItemRepository extends AggregateRepository<StockItem> {

    StockItemRepository(Builder<StockItem> builder) {
        super(builder, itemId -> new NotTracked(StockItemId.skuOf(itemId)));
    }
}
