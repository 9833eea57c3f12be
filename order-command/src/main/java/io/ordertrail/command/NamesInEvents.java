package io.ordertrail.command;

import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/**
 * The names of one subject, as its events tell of them. A bean of this type gets its names back by {@link LostNames}, and has
 * them looked after by {@code verify}.
 */
public interface NamesInEvents {

    /** What tells the names that were given with an event. It is for one pass: every event of the store, in its order. */
    Function<EventMessage<?>, Stream<UniqueName>> reader();

    /** All names that were lost are there again. */
    default void areBack() {}
}
