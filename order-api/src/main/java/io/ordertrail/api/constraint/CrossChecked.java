package io.ordertrail.api.constraint;

import io.ordertrail.api.message.Refusal.Fault;
import java.util.stream.Stream;

/** A message whose fields must also fit one another. What each field may be is said by its annotations. */
public interface CrossChecked {

    /**
     * What does not fit. What a field itself may be is not asked here, so any of them may be null or out of its bounds.
     */
    Stream<Fault> crossFaults();
}
