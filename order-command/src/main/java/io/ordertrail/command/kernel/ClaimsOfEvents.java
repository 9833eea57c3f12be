package io.ordertrail.command.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/**
 * The names of one subject, as its events tell of them. A bean of this type gets its names back by
 * {@code ClaimRebuilder}, and has them looked after by {@code verify}.
 */
public interface ClaimsOfEvents {

    /**
     * What tells the names that were given with an event. It is for one pass: every event of the store, in its order.
     */
    Function<EventMessage<?>, Stream<UniqueName>> reader();

    /** All names that were lost are there again. */
    default void areBack() {}

    /** {@code names} of every event of type {@code events}; of others, the payload may not even be readable. */
    static <E> Function<EventMessage<?>, Stream<UniqueName>> of(
            Class<E> events, Function<E, Stream<UniqueName>> names) {
        return event -> events.isAssignableFrom(event.getPayloadType())
                ? names.apply(events.cast(event.getPayload()))
                : Stream.empty();
    }

    /** What tells the names of all {@code subjects}, for one pass. */
    static Function<EventMessage<?>, Stream<UniqueName>> readerOf(List<ClaimsOfEvents> subjects) {
        List<Function<EventMessage<?>, Stream<UniqueName>>> readers =
                subjects.stream().map(ClaimsOfEvents::reader).toList();
        return event -> readers.stream().flatMap(reader -> reader.apply(event));
    }
}
