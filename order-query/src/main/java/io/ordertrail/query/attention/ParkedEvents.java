package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event that the processes cannot process, until it is processed or discarded. If it is parked again, it is open
 * again.
 */
final class ParkedEvents implements Watch {

    @Override
    public Set<Class<?>> events() {
        return Set.of(EventParked.class, ParkedEventTaken.class, ParkedEventDiscarded.class);
    }

    @Override
    public String key(Object event) {
        ProcessEvent.OfEvent parked = (ProcessEvent.OfEvent) event;
        return "parked/" + parked.process() + "/" + parked.eventId();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        if (!(event instanceof EventParked parked)) {
            Instant at = ((ProcessEvent) event).at();
            return row == null || at.isBefore(row.since()) ? row : row.resolve(at, version);
        }
        return row != null && !isAgain(row, parked)
                ? row
                : AttentionRow.open(
                        key(event),
                        AttentionKind.EVENT_PARKED,
                        parked.subject(),
                        parked.code(),
                        "An event " + parked.eventType()
                                + " could not be processed; later events of the same subject wait.",
                        parked.at(),
                        version);
    }

    private static boolean isAgain(AttentionRow row, EventParked parked) {
        return row.resolvedAt() != null && parked.at().isAfter(row.resolvedAt());
    }
}
