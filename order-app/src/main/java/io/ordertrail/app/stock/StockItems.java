package io.ordertrail.app.stock;

import io.ordertrail.api.constraint.CleanValidator;
import io.ordertrail.api.constraint.Sku;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.app.consistency.Grace;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stock items as the endpoints need them: read, and changed with an answer to show. */
@Component
class StockItems {

    private final Dispatch dispatch;
    private final Commands commands;

    StockItems(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    /** @throws Refused the SKU is not tracked, or its view has not reached the version that the caller wants */
    StockView get(String sku, ReadRequest read) {
        return dispatch.ask(new GetStock(valid(sku), read.minVersion()), read.context(), StockView.class);
    }

    /** @throws Refused the SKU was not tracked at that moment */
    StockView at(String sku, Moment moment, ReadRequest read) {
        return dispatch.ask(new GetStockAsOf(valid(sku), moment), read.context(), StockView.class);
    }

    /** Changes an item, and answers how it stands by that change. */
    ChangeAnswer<StockView> change(StockCommand command, WriteRequest write) {
        String sku = valid(StockItemId.skuOf(command.itemId()));
        Receipt receipt =
                commands.send(command, write.changing(() -> now(sku, write).version()));
        return answer(receipt, sku, write);
    }

    /**
     * Begins to keep stock, or changes how it is kept, as far as the caller's conditions let it. Without one it changes
     * nothing, so that a repeat after a lost answer has the same answer.
     */
    ChangeAnswer<StockView> keep(RegisterStockItem command, WriteRequest write) {
        String sku = command.sku();
        try {
            RequestContext context =
                    write.putting(() -> Grace.find(() -> now(sku, write)).map(StockView::version));
            return answer(commands.send(command, context), sku, write);
        } catch (Refused no) {
            if (no.refusal() instanceof NotTracked) {
                throw write.notPut(null);
            }
            if (!(no.refusal() instanceof StaleVersion stale)) {
                throw no;
            }
            StockView now = now(sku, write);
            if (write.isUnconditional() && isKeptSo(now, command)) {
                return new ChangeAnswer<>(now, now.version(), true);
            }
            throw write.notPut(stale.currentVersion());
        }
    }

    private static boolean isKeptSo(StockView item, RegisterStockItem wanted) {
        return item.name().equals(wanted.name())
                && item.safety() == wanted.safety()
                && item.backorderLimit() == wanted.backorderLimit()
                && item.reorderPoint() == wanted.reorderPoint();
    }

    private StockView now(String sku, WriteRequest write) {
        return dispatch.ask(new GetStockAsOf(valid(sku), Moment.NOW), write.asking(), StockView.class);
    }

    private ChangeAnswer<StockView> answer(Receipt receipt, String sku, WriteRequest write) {
        StockView item = after(sku, receipt.version(), write);
        return new ChangeAnswer<>(item, item.version(), receipt.replayed());
    }

    /**
     * The item as that change left it, so that a repeat gets the same answer. An item has too many events to fold them
     * all again each time: only where its view has gone on since, or does not keep up, they are.
     */
    private StockView after(String sku, long version, WriteRequest write) {
        return viewAt(sku, version, write)
                .orElseGet(() ->
                        dispatch.ask(new GetStockAsOf(sku, Moment.version(version)), write.asking(), StockView.class));
    }

    private Optional<StockView> viewAt(String sku, long version, WriteRequest write) {
        try {
            return Optional.of(dispatch.ask(new GetStock(sku, version), write.asking(), StockView.class))
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
     * @throws Refused it cannot be a SKU, so no query is needed
     */
    static String valid(String sku) {
        if (!isSku(sku)) {
            throw new Refused(new NotTracked(sku));
        }
        return sku;
    }

    private static boolean isSku(String sku) {
        return !sku.isBlank() && sku.length() <= Sku.MOST && CleanValidator.isClean(sku, false);
    }
}
