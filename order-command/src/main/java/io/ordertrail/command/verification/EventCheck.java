package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/** Looks at the events as they pass, and tells afterwards how they go together with what else is stored. */
public interface EventCheck {

    /** One event, in the order of the store, that can be read. */
    void see(EventMessage<?> event, Object payload);

    /** After the pass, in a transaction; {@code events} knows every stream. */
    Stream<Check> checks(EventScan events);
}
