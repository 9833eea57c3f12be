package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * A stock item, in whole units.
 *
 * @param onHand what is in the house (rule S1: never below 0)
 * @param reserved what is promised of it
 * @param available {@code onHand − reserved − safety} (rule S2); below 0 after a count that found too few
 * @param backordered what is promised beyond it
 * @param safety what is never promised
 * @param backorderLimit how many may be promised beyond what is there
 * @param reorderPoint at or below how many available units the item is to be ordered again
 * @param version of its stream; the strong ETag
 * @param updatedAt when its last event was recorded
 */
@Named("stock.StockView")
@RecordBuilder
public record StockView(
        String sku,
        String name,
        String location,
        long onHand,
        long reserved,
        long available,
        long backordered,
        long safety,
        long backorderLimit,
        long reorderPoint,
        long version,
        Instant updatedAt) {}
