package io.ordertrail.app.stock;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.RequestRefusal.ViewBehind;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Commands;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.OrderNow;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stock items as the endpoints need them: read, and changed with an answer to show. */
@Component
class StockItems {

    private static final int MAX_SKU = 64;

    private final Dispatch dispatch;
    private final Commands commands;

    StockItems(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    /** @throws Refused the SKU is not tracked, or its view has not reached the version that the caller wants */
    StockView get(String sku, Inquiry inquiry) {
        return dispatch.ask(new GetStock(valid(sku), inquiry.minVersion()), inquiry.context(), StockView.class);
    }

    /** Changes an item, and answers how it stands by that change. */
    ChangeAnswer<StockView> change(StockCommand command, Change change) {
        String sku = valid(StockItemId.skuOf(command.itemId()));
        Receipt receipt = commands.send(
                command,
                change.changing(() -> dispatch.ask(
                                new GetStockAsOf(sku, null, OrderNow.END_OF_TIME), change.asking(), StockView.class)
                        .version()));
        StockView item = after(sku, receipt.version(), change);
        return new ChangeAnswer<>(item, item.version(), receipt.replayed());
    }

    /**
     * The item as that very change left it, so that a repeat is told the same. An item has too many events to fold them all
     * again each time: only where its view has gone on since, or does not keep up, they are.
     */
    private StockView after(String sku, long version, Change change) {
        return viewAt(sku, version, change)
                .orElseGet(() -> dispatch.ask(new GetStockAsOf(sku, version, null), change.asking(), StockView.class));
    }

    private Optional<StockView> viewAt(String sku, long version, Change change) {
        try {
            return Optional.of(dispatch.ask(new GetStock(sku, version), change.asking(), StockView.class))
                    .filter(item -> item.version() == version);
        } catch (Refused no) {
            if (no.refusal() instanceof ViewBehind) {
                return Optional.empty();
            }
            throw no;
        }
    }

    /**
     * {@code sku} itself.
     *
     * @throws Refused it cannot be a SKU; nobody needs to be asked
     */
    static String valid(String sku) {
        if (sku.isBlank() || sku.length() > MAX_SKU || sku.codePoints().anyMatch(StockItems::isUnfit)) {
            throw new Refused(new NotTracked(sku));
        }
        return sku;
    }

    private static boolean isUnfit(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
