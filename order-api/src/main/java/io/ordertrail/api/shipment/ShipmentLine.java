package io.ordertrail.api.shipment;

import io.ordertrail.api.constraint.Units;

/** So many units, at least 1, of a line of the order. */
public record ShipmentLine(String lineId, String sku, @Units int quantity) {

    @Override
    public String toString() {
        return quantity + " of " + sku;
    }
}
