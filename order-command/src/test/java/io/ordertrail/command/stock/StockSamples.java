package io.ordertrail.command.stock;

import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockCommand.AdjustStock;
import io.ordertrail.api.stock.StockCommand.ConfirmReservation;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ExpireReservation;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.ReleaseReservation;
import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.ReservationConfirmed;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.api.stock.StockItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One item and what can be asked of it and happen to it; orders are told apart by a number, each has one line. */
final class StockSamples {

    static final String SKU = "TEE-M";
    static final String ITEM = StockItemId.of(SKU);
    static final Instant REGISTERED = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-11-22T08:15:00Z");
    static final Instant OVER = Instant.parse("2026-11-22T07:59:59Z");

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

    static ReserveStock reserve(int order, long quantity) {
        return reserve(order, quantity, UNTIL);
    }

    static ReserveStock reserve(int order, long quantity, Instant until) {
        return new ReserveStock(ITEM, order(order), "1", quantity, until);
    }

    static ConfirmReservation confirm(int order) {
        return new ConfirmReservation(ITEM, order(order), "1");
    }

    static ReleaseReservation release(int order, @Nullable Long quantity) {
        return new ReleaseReservation(ITEM, order(order), "1", quantity, ReleaseReason.ORDER_CANCELLED);
    }

    static ExpireReservation expire(int order) {
        return new ExpireReservation(ITEM, order(order), "1");
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

    static StockPolicyChanged kept(long safety, long backorderLimit) {
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

    static StockReserved reserved(int order, long quantity) {
        return reserved(order, quantity, UNTIL);
    }

    static StockReserved reserved(int order, long quantity, Instant until) {
        return new StockReserved(ITEM, order(order), "1", quantity, until, NOW);
    }

    static BackorderRecorded backordered(int order, long quantity) {
        return new BackorderRecorded(ITEM, order(order), "1", quantity, UNTIL, NOW);
    }

    static BackorderFilled filled(int order, long quantity) {
        return new BackorderFilled(ITEM, order(order), "1", quantity, NOW);
    }

    static ReservationConfirmed confirmed(int order) {
        return new ReservationConfirmed(ITEM, order(order), "1", NOW);
    }

    static ReservationReleased released(int order, long quantity, long backordered, ReleaseReason reason) {
        return new ReservationReleased(ITEM, order(order), "1", quantity, backordered, reason, NOW);
    }

    static StockDispatched dispatched(int order, int shipment, long quantity, long reserved, long backordered) {
        return new StockDispatched(ITEM, order(order), "1", shipment(shipment), quantity, reserved, backordered, NOW);
    }

    static StockReturned returned(int order, int returned, long quantity) {
        return new StockReturned(ITEM, order(order), "1", "return-" + returned, quantity, NOW);
    }
}
