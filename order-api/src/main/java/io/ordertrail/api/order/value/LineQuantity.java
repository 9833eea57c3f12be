package io.ordertrail.api.order;

/** So many units, at least 1, of one line. */
public record LineQuantity(String lineId, int quantity) {}
