package io.ordertrail.api.account;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events of a transfer. Stored for ever. */
public sealed interface TransferEvent extends DatedEvent {

    String transferId();

    /** The account that the money leaves, or was to leave. */
    @DataSubject(byOwner = true)
    String from();

    @Named("transfer.TransferInitiated")
    @Sentence("{amount} is to go from {from} to {to}[, reference {reference}]")
    record TransferInitiated(
            String transferId,
            String from,
            String to,
            Money amount,
            @PersonalData @Nullable String reference,
            Instant at)
            implements TransferEvent {}

    @Named("transfer.Transferred")
    @Sentence("The money has arrived")
    record Transferred(String transferId, String from, Instant at) implements TransferEvent {}

    /** {@code code} and {@code detail} are those of the refusal that it met. */
    @Named("transfer.TransferFailed")
    @Sentence("The money did not go: {detail}")
    record TransferFailed(
            String transferId,
            String from,
            String code,
            @PersonalData String detail,
            Instant at) implements TransferEvent {}
}
