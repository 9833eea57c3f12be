package io.ordertrail.model.stock;

import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;

/** How an item is kept: all that can be changed of it without a unit being moved. */
public record StockPolicy(String name, long safety, long backorderLimit, long reorderPoint) {

    public static StockPolicy of(RegisterStockItem command) {
        return new StockPolicy(command.name(), command.safety(), command.backorderLimit(), command.reorderPoint());
    }

    public static StockPolicy of(StockItemRegistered event) {
        return new StockPolicy(event.name(), event.safety(), event.backorderLimit(), event.reorderPoint());
    }

    public static StockPolicy of(StockPolicyChanged event) {
        return new StockPolicy(event.name(), event.safety(), event.backorderLimit(), event.reorderPoint());
    }
}
