package io.ordertrail.api.message;

/**
 * A query that reads many rows of a kind, of which a shop has more each year. Few are answered at a time, so that they
 * take neither those who write nor those who ask for one thing their time.
 */
public interface OfMany {}
