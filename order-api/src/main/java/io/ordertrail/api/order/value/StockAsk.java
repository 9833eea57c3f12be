package io.ordertrail.api.order.value;

/**
 * What a line asks of stock: to keep exactly so many units for it.
 *
 * @param number counts the asks of the line, from 1; the newest one counts
 * @param quantity units that are wanted and have not left the house; 0 wants none
 * @param left units that have left the house, ever
 */
public record StockAsk(String lineId, String sku, int number, long quantity, long left) {}
