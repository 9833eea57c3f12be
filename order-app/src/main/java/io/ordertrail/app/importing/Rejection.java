package io.ordertrail.app.importing;

/** A row that was not imported, or not wholly, and why. */
record Rejection(long line, String externalRef, String code, String reason, String row) {}
