package io.ordertrail.query.projection.generation;

import java.time.Instant;
import java.util.List;

/** @param madeBy the fingerprint of the script of its {@code tables} */
public record Generation(
        String projection, int number, GenerationState state, String madeBy, List<String> tables, Instant since) {

    /** The event processor under whose name it is stored what the generation has processed while it is not live. */
    public String processor() {
        return projection + '#' + number;
    }

    /** Whether this release reads and writes the same rows. */
    public boolean isOwn() {
        return madeBy.equals(ViewScript.of(projection).fingerprint());
    }
}
