package io.ordertrail.model.stock;

/** Which line of which order. */
public record LineId(String orderId, String lineId) {}
