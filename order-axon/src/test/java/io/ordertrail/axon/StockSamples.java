package io.ordertrail.axon;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.api.stock.StockItemId;
import java.time.Instant;
import java.util.List;

/** One event of every type of a stock item. */
final class StockSamples {

    private static final String ITEM = StockItemId.of("TEE-M");
    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String SHIPMENT = "shipment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0a1b2c3d4e5f";
    private static final String RETURN = "return-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0a1b2c3d4e5f";
    private static final Instant AT = Samples.AT;

    private StockSamples() {}

    static List<StockEvent> events() {
        return List.of(
                new StockItemRegistered(ITEM, "TEE-M", StockItemId.MAIN, "Tee M", 2, 10, 5, AT),
                new StockPolicyChanged(ITEM, "Tee M, red", 3, 20, 6, AT),
                new StockReceived(ITEM, 100, "po-7", AT),
                new ReservationSet(ITEM, ORDER, "1", 2, 4, 1, 2, 3, 5, 6, 7, AT),
                new BackorderFilled(ITEM, ORDER, "1", 2, 1, 2, 3, 5, AT),
                new StockDispatched(ITEM, ORDER, "1", SHIPMENT, 4, 2, 1, AT),
                new StockReturned(ITEM, ORDER, "1", RETURN, 1, AT),
                new StockAdjusted(ITEM, -2, "COUNT", AT),
                new StockShortfallDetected(ITEM, 1, AT));
    }
}
