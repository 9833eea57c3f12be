package io.ordertrail.api.stock;

import java.time.Instant;

/**
 * What is promised to a line of an order and has not left yet, of any item.
 *
 * @param reserved units that are there
 * @param backordered units that are not
 * @param number of the newest ask of the line
 * @param since when it was asked for first
 */
public record Promise(
        String sku, String orderId, String lineId, int number, long reserved, long backordered, Instant since) {}
