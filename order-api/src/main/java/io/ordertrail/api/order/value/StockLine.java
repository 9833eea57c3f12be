package io.ordertrail.api.order.value;

/** Units of a line whose SKU is tracked as stock; fewer than before where {@code quantity} is negative. */
public record StockLine(String lineId, String sku, int quantity) {}
