package io.ordertrail.query.counterexample;

/** Breaks the arrow between the two sides. */
class ReadSideThatWrites {
    io.ordertrail.command.counterexample.WriteSide writeSide;
}
