package io.ordertrail.command.counterexample;

/** There to be seen by those who must not. */
public class WriteSide {
    io.ordertrail.query.counterexample.ReadSide readSide;

    java.time.Instant now() {
        return java.time.Instant.now();
    }
}
