package io.ordertrail.journey;

/** A request that changes something. */
record Deed(String path, String body) {}
