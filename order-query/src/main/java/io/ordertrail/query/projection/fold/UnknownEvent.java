package io.ordertrail.query.projection.fold;

import org.axonframework.eventhandling.DomainEventMessage;

/** An event is nothing that this release knows. */
public final class UnknownEvent extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private UnknownEvent(String message) {
        super(message);
    }

    public static UnknownEvent of(DomainEventMessage<?> message) {
        return new UnknownEvent("Event " + message.getIdentifier() + " of " + message.getAggregateIdentifier()
                + " is of a type that this release does not know");
    }
}
