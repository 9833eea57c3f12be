package io.ordertrail.query.attention;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** One row for each thing that needs a person. An event that a row holds already changes nothing. */
final class AttentionFold implements EventFold<AttentionRow> {

    private final Map<Class<?>, Watch> watches;

    AttentionFold() {
        Map<Class<?>, Watch> all = new HashMap<>();
        Stream.of(
                        new ReportedProblems(),
                        new OverdueOrders(),
                        new UnknownOutcomes(),
                        new Shortfalls(),
                        new StuckSteps(),
                        new ParkedEvents())
                .forEach(watch -> watch.events().forEach(type -> all.put(type, watch)));
        watches = Map.copyOf(all);
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return watches.containsKey(event.getPayloadType()) || UnknownEvents.mayBe(event, watches.keySet());
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        Object payload = UnknownEvents.known(event, Object.class);
        return List.of(watch(event).key(payload));
    }

    @Override
    public @Nullable AttentionRow fold(String key, @Nullable AttentionRow row, EventMessage<?> event) {
        Watch watch = watch(event);
        if (event.getPayload() instanceof ProcessEvent) {
            // Of no aggregate: what they say is all that tells whether the row holds them.
            return watch.next(row, event.getPayload(), row == null ? 0 : row.version() + 1);
        }
        long version = ((DomainEventMessage<?>) event).getSequenceNumber();
        return row != null && version <= row.version() ? row : watch.next(row, event.getPayload(), version);
    }

    @Override
    public long version(AttentionRow row) {
        return row.version();
    }

    private Watch watch(EventMessage<?> event) {
        Watch watch = watches.get(event.getPayloadType());
        if (watch == null) {
            throw new IllegalStateException("Nothing watches for " + event.getPayloadType());
        }
        return watch;
    }
}
