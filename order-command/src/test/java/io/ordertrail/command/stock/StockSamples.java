package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockCommand.SetReservation;
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

/** One item and what can be asked of it and happen to it; orders are told apart by a number, each has one line. */
final class StockSamples {

    static final String SKU = "TEE-M";
    static final String ITEM = StockItemId.of(SKU);
    static final Instant REGISTERED = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private StockSamples() {}

    static String order(int n) {
        return "order-%08d-0000-0000-0000-000000000000".formatted(n);
    }

    static String shipment(int n) {
        return "shipment-" + n;
    }

    static RegisterStockItem register(long safety, long backorderLimit) {
        return new RegisterStockItem(ITEM, SKU, "Tee M", safety, backorderLimit, 5, null);
    }

    static ReceiveStock receive(long quantity) {
        return new ReceiveStock(ITEM, quantity, "po-7", null);
    }

    static AdjustStock adjust(long quantity) {
        return new AdjustStock(ITEM, quantity, "COUNT", null);
    }

    static SetReservation ask(int order, int number, long quantity) {
        return ask(order, number, quantity, 0);
    }

    static SetReservation ask(int order, int number, long quantity, long left) {
        return new SetReservation(ITEM, order(order), "1", number, quantity, left);
    }

    static DispatchStock dispatch(int order, int shipment, long quantity) {
        return new DispatchStock(ITEM, order(order), "1", shipment(shipment), quantity, null);
    }

    static ReturnStock giveBack(int order, int returned, long quantity) {
        return new ReturnStock(ITEM, order(order), "1", "return-" + returned, quantity, null);
    }

    static StockItemRegistered registered(long safety, long backorderLimit) {
        return new StockItemRegistered(ITEM, SKU, "MAIN", "Tee M", safety, backorderLimit, 5, REGISTERED);
    }

    static StockPolicyChanged changed(long safety, long backorderLimit) {
        return new StockPolicyChanged(ITEM, "Tee M", safety, backorderLimit, 5, NOW);
    }

    static StockReceived received(long quantity) {
        return new StockReceived(ITEM, quantity, "po-7", NOW);
    }

    static StockAdjusted adjusted(long quantity) {
        return new StockAdjusted(ITEM, quantity, "COUNT", NOW);
    }

    static StockShortfallDetected shortfall(long missing) {
        return new StockShortfallDetected(ITEM, missing, NOW);
    }

    /** Nothing of the line has left, and it has what it wants: so much is there, so much it waits for. */
    static ReservationSet answer(int order, int number, long reserved, long backordered) {
        return answer(order, number, reserved + backordered, reserved, backordered, 0, 0);
    }

    static ReservationSet answer(
            int order, int number, long wanted, long reserved, long backordered, long refused, long left) {
        return new ReservationSet(ITEM, order(order), "1", number, wanted, reserved, backordered, refused, left, NOW);
    }

    /** Nothing of the line has left. */
    static BackorderFilled filled(int order, int number, long quantity, long reserved, long backordered) {
        return new BackorderFilled(ITEM, order(order), "1", number, quantity, reserved, backordered, 0, NOW);
    }

    static StockDispatched dispatched(int order, int shipment, long quantity, long reserved, long backordered) {
        return new StockDispatched(ITEM, order(order), "1", shipment(shipment), quantity, reserved, backordered, NOW);
    }

    static StockReturned returned(int order, int returned, long quantity) {
        return new StockReturned(ITEM, order(order), "1", "return-" + returned, quantity, NOW);
    }
}
