package io.ordertrail.command.account;

import io.ordertrail.api.account.TransferCommand.InitiateTransfer;
import io.ordertrail.api.account.TransferCommand.RecordTransferFailed;
import io.ordertrail.api.account.TransferCommand.RecordTransferred;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.account.TransferRefusal.TransferEnded;
import io.ordertrail.api.account.TransferRefusal.TransferIdTaken;
import io.ordertrail.api.account.TransferRefusal.TransferToItself;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.model.account.TransferState;
import io.ordertrail.model.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A transfer knows where it stands, once; a policy moves the money. */
@Aggregate(type = "transfer", repository = "transferRepository")
final class Transfer extends StatefulAggregate<TransferState, TransferEvent> {

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(InitiateTransfer command, AccountOwners accounts, CustomerNames names, Clock clock) {
        if (!isNew()) {
            throw new Refused(new TransferIdTaken(id()));
        }
        if (command.from().equals(command.to())) {
            throw new Refused(new TransferToItself(command.to()));
        }
        accounts.mustExist(command.from(), "/from");
        accounts.mustExist(command.to(), "/to");
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);
        names.begun(command.from(), command.transferId());
        return happened(new TransferInitiated(
                command.transferId(), command.from(), command.to(), command.amount(), command.reference(), at));
    }

    @CommandHandler
    Receipt handle(RecordTransferred command, Clock clock) {
        return end(
                TransferStatus.COMPLETED, new Transferred(id(), state().begun().from(), now(clock)));
    }

    @CommandHandler
    Receipt handle(RecordTransferFailed command, Clock clock) {
        return end(
                TransferStatus.FAILED,
                new TransferFailed(id(), state().begun().from(), command.code(), command.detail(), now(clock)));
    }

    @EventSourcingHandler
    void on(
            TransferEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        TransferState next = event instanceof TransferInitiated begun ? TransferState.of(begun) : state().evolve(event);
        become(event.transferId(), next, version, commandId);
    }

    /** It ends once; to be told the same end again changes nothing. */
    private Receipt end(TransferStatus status, TransferEvent event) {
        TransferStatus present = state().status();
        if (present == status) {
            return receipt().again();
        }
        if (present != TransferStatus.INITIATED) {
            throw new Refused(new TransferEnded(present));
        }
        return happened(event);
    }

    private Instant now(Clock clock) {
        return BusinessTime.of(null, state().begun().at(), clock);
    }
}
