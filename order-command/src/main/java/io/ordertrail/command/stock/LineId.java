package io.ordertrail.command.stock;

/** Which line of which order. */
record LineId(String orderId, String lineId) {}
