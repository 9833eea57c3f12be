package io.ordertrail.api.account;

import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.IdForms;
import io.ordertrail.api.constraint.PositiveAmount;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Commands of a transfer between two accounts. */
public sealed interface TransferCommand {

    /** The transfer that is meant: {@link AccountId#transfer}. */
    String transferId();

    /** Begins it: the money leaves {@code from} and reaches {@code to} soon after, or comes back. */
    @Named("transfer.InitiateTransfer")
    record InitiateTransfer(
            @NotNull
            @Pattern(regexp = IdForms.TRANSFER, message = "This is not the id of a transfer.")
            @TargetAggregateIdentifier
            String transferId,

            @NotNull @AccountIdForm String from,
            @NotNull @AccountIdForm String to,
            @NotNull @PositiveAmount Money amount,
            @Reference @Nullable String reference,
            @Nullable Instant at)
            implements TransferCommand {}

    /** Sent by the service itself: the money has arrived. */
    @Named("transfer.RecordTransferred")
    record RecordTransferred(@TargetAggregateIdentifier String transferId) implements TransferCommand {}

    /** Sent by the service itself: the money never left, or is back where it came from. */
    @Named("transfer.RecordTransferFailed")
    record RecordTransferFailed(@TargetAggregateIdentifier String transferId, String code, String detail)
            implements TransferCommand {}
}
