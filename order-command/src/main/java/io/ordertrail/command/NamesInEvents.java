package io.ordertrail.command;

import org.axonframework.eventhandling.EventMessage;

/** The names of one subject, as its events tell of them. A bean of this type gets its names back by {@link LostNames}. */
public interface NamesInEvents {

    /** Gives the names that were given with {@code event}, if any were. Every event of the store comes, in its order. */
    void claim(EventMessage<?> event);

    /** There are no more events. */
    default void goOn() {}
}
