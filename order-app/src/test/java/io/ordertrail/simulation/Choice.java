package io.ordertrail.simulation;

/**
 * One thing that the scheduler let happen.
 *
 * @param dice settles all that is left open, with what is there at that moment
 */
record Choice(Deed deed, long dice) {}
