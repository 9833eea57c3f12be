package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as it stood after the event of sequence number {@code version}.
 *
 * @param failure why it failed, and null if it did not
 * @param createdAt business time of its beginning
 * @param updatedAt when the last event was recorded
 */
@Named("transfer.TransferView")
public record TransferView(
        String id,
        String from,
        String to,
        Money amount,
        @PersonalData @Nullable String reference,
        TransferStatus status,
        @Nullable Failure failure,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The refusal that it met. */
    public record Failure(String code, @PersonalData String detail) {}
}
