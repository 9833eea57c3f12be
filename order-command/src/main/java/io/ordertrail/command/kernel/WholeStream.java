package io.ordertrail.command.kernel;

import io.ordertrail.axon.unknown.UnknownEvents;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/**
 * A stream that refuses to give an event of which anything is unknown to this release
 * ({@link io.ordertrail.api.message.RequestRefusal.LaterRelease}).
 */
record WholeStream(DomainEventStream stream) implements DomainEventStream {

    @Override
    public DomainEventMessage<?> peek() {
        return whole(stream.peek());
    }

    @Override
    public boolean hasNext() {
        return stream.hasNext();
    }

    @Override
    public DomainEventMessage<?> next() {
        return whole(stream.next());
    }

    @Override
    public Long getLastSequenceNumber() {
        return stream.getLastSequenceNumber();
    }

    private static DomainEventMessage<?> whole(DomainEventMessage<?> event) {
        UnknownEvents.whole(event);
        return event;
    }
}
