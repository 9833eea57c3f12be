package io.ordertrail.api.constraint;

import io.ordertrail.api.message.Refusal.Fault;
import java.util.stream.Stream;

/** A message whose fields must also fit one another. Each has the bounds of its fields as annotations, and the rest here. */
public interface CrossChecked {

    /** What does not fit. What a field itself may be is not asked here, so any of them may be null or out of its bounds. */
    Stream<Fault> crossFaults();
}
