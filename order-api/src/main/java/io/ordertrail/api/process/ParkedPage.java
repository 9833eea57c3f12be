package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parked events of an event processor, subject by subject, each in the order in which they wait; at most 500. */
@Named("process.ParkedPage")
public record ParkedPage(List<Item> items) {

    /**
     * An event that waits.
     *
     * @param subject whose events wait behind it
     * @param eventType its name in the store
     * @param cause why it could not be processed; null if it only waits behind another event
     * @param parkedAt when it was parked
     * @param triedAt when it was last tried
     */
    @Named("process.ParkedEvent")
    public record Item(
            String id,
            String subject,
            String eventId,
            String eventType,
            @Nullable String cause,
            Instant parkedAt,
            Instant triedAt) {}
}
