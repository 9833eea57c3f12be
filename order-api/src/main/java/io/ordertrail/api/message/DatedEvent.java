package io.ordertrail.api.message;

import java.time.Instant;

/** An event of any subject. */
public interface DatedEvent {

    /** Business time: when it happened, which may be long before it was recorded. */
    Instant at();
}
