package io.ordertrail.app;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.stock.Promise;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.ReservationPage.Reservation;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockView;
import java.time.Instant;
import java.util.List;

/** What stubs answer about stock. */
final class SampleStock {

    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");

    private SampleStock() {}

    static StockView item(List<StockCommand> commands) {
        String sku = StockItemId.skuOf(commands.get(0).itemId());
        return new StockView(sku, "Tee M", "MAIN", 100, 2, 96, 1, 2, 10, 5, commands.size() - 1, AT);
    }

    static ReservationPage reservations() {
        Reservation one = new Reservation("order-1", "1", 1, 2, 1, AT);
        return new ReservationPage(List.of(one), null, null, null, 0);
    }

    static PromisePage promises() {
        return new PromisePage(List.of(new Promise("TEE-M", "order-1", "1", 1, 2, 1, AT)), "c1", null, null, 0);
    }

    static Refusal notTracked(String itemId) {
        return new NotTracked(StockItemId.skuOf(itemId));
    }
}
