package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;

/** How an item is kept: all that can be changed of it without a unit being moved. */
record StockPolicy(String name, long safety, long backorderLimit, long reorderPoint) {

    static StockPolicy of(RegisterStockItem command) {
        return new StockPolicy(command.name(), command.safety(), command.backorderLimit(), command.reorderPoint());
    }

    static StockPolicy of(StockItemRegistered event) {
        return new StockPolicy(event.name(), event.safety(), event.backorderLimit(), event.reorderPoint());
    }

    static StockPolicy of(StockPolicyChanged event) {
        return new StockPolicy(event.name(), event.safety(), event.backorderLimit(), event.reorderPoint());
    }
}
