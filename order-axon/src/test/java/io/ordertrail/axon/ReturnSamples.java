package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.AT;
import static io.ordertrail.axon.Samples.eur;

import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import java.time.Duration;
import java.util.List;

/** One event of every type, with every field filled. */
final class ReturnSamples {

    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String ID = "return-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    private static final String PAYMENT = "payment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    private static final String ACCOUNT = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private ReturnSamples() {}

    static List<ReturnEvent> events() {
        return List.of(
                new ReturnRequested(
                        ID, ORDER, List.of(new ReturnLine("1", "TEE-M", 2, eur("49.98"), "DAMAGED")), ACCOUNT, AT),
                new ReturnApproved(ID, ORDER, "Loose seam", AT.plus(Duration.ofDays(21)), AT),
                new ReturnRejected(ID, ORDER, "Worn", AT),
                new ReturnItemsReceived(ID, ORDER, List.of(new ReturnedUnits("1", 2)), AT),
                new ReturnInspected(
                        ID,
                        ORDER,
                        List.of(new Verdict("1", 2, Disposition.RESTOCK, "As new")),
                        List.of("TEE-M"),
                        eur("44.98"),
                        eur("4.90"),
                        eur("5.00"),
                        "Worn",
                        AT),
                new ReturnRefundRetried(ID, ORDER, ACCOUNT, AT),
                new ReturnRefunded(ID, ORDER, eur("49.98"), PAYMENT, AT),
                new ReturnExpired(ID, ORDER, AT),
                new ReturnClosed(ID, ORDER, List.of(new ReturnedUnits("1", 2)), AT));
    }
}
