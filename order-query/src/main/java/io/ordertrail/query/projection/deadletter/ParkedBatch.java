package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.projection.ProjectionError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What of a batch is parked: gathered in memory and written at once, a row a sequence. */
public final class ParkedBatch {

    private final String projection;
    private final int generation;
    private final ParkedTable table;
    private final Set<String> before;
    private final Map<String, Added> added = new LinkedHashMap<>();

    /** @param error null if the sequence was parked before */
    private record Added(WaitingEvents waiting, @Nullable ProjectionError error) {}

    /** @param before the sequences of the batch that were parked before it */
    public ParkedBatch(String projection, int generation, ParkedTable table, Set<String> before) {
        this.projection = projection;
        this.generation = generation;
        this.table = table;
        this.before = before;
    }

    /** Whether {@code event} has to wait, for itself or another before it of its sequence. */
    public boolean holds(EventMessage<?> event) {
        String sequence = WaitingEvents.sequence(event);
        return before.contains(sequence) || added.containsKey(sequence);
    }

    /** Parks an event behind those of its sequence that are parked. */
    public void addBehind(EventMessage<?> event) {
        added.compute(
                WaitingEvents.sequence(event),
                (sequence, all) -> all == null
                        ? new Added(WaitingEvents.of(event), null)
                        : new Added(all.waiting.and(event), all.error));
    }

    /** Parks the first event of its sequence that is. */
    public void add(EventMessage<?> event, ProjectionError error) {
        added.put(WaitingEvents.sequence(event), new Added(WaitingEvents.of(event), error));
    }

    public void write() {
        added.forEach((sequence, all) -> {
            if (all.error != null) {
                table.park(projection, generation, sequence, all.waiting, all.error);
            } else if (!table.parkBehind(projection, generation, sequence, all.waiting)) {
                throw new TakenInMeanwhile(sequence);
            }
        });
    }
}
