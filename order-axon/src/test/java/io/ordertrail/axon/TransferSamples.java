package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.AT;
import static io.ordertrail.axon.Samples.eur;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import java.util.List;

/** One event of every type, with every field filled. */
final class TransferSamples {

    private static final String TRANSFER = "transfer-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private static final String FROM = "account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private TransferSamples() {}

    static List<TransferEvent> events() {
        return List.of(
                new TransferInitiated(
                        TRANSFER, FROM, "account-7a102f9d-6f0b-3a51-9d0c-0f4f2f6d1c0e", eur("12.50"), "birthday", AT),
                new Transferred(TRANSFER, FROM, AT),
                new TransferFailed(TRANSFER, FROM, "INSUFFICIENT_FUNDS", "EUR 3.00 is available, not EUR 12.50.", AT));
    }
}
