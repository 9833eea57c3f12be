package io.ordertrail.command.process;

import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.axon.unknown.UnknownEvents;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How each transfer began: the first event of its stream, which never changes. */
final class BegunTransfers {

    private final EventStore events;

    BegunTransfers(EventStore events) {
        this.events = events;
    }

    /** @throws java.util.NoSuchElementException there is no such transfer */
    TransferInitiated of(String transferId) {
        return UnknownEvents.known(events.readEvents(transferId, 0).next(), TransferInitiated.class);
    }
}
