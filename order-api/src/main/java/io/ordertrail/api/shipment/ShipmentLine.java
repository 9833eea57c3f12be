package io.ordertrail.api.shipment;

/** So many units, at least 1, of a line of the order. */
public record ShipmentLine(String lineId, String sku, int quantity) {}
