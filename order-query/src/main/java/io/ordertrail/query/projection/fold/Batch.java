package io.ordertrail.query.projection.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/**
 * The rows that a batch of events touches, in memory: each is read once and written once, however many events it takes.
 */
public final class Batch<R> {

    /** Events that share a transaction at most; more no longer gains anything, and a failed batch is done again. */
    public static final int SIZE = 200;

    private final ReadModel<R> model;
    private final Map<String, R> stored = new HashMap<>();
    private final Map<String, R> changed = new LinkedHashMap<>();

    public Batch(ReadModel<R> model) {
        this.model = model;
    }

    /** Reads the rows of {@code events}, which can then be taken. */
    public void load(Collection<EventMessage<?>> events) {
        Set<String> keys = new HashSet<>();
        events.forEach(event -> keys.addAll(readableKeys(event)));
        if (!keys.isEmpty()) {
            stored.putAll(model.load(keys));
        }
    }

    public void take(EventMessage<?> event) {
        if (model.erases(event)) {
            erase(event);
        }
        Map<String, R> after = Change.of(model, event, key -> changed.getOrDefault(key, stored.get(key)));
        // All of them or, when the last one fails, none.
        changed.putAll(after);
    }

    /** Also what the batch has changed so far; what is read of it for later events is without it. */
    private void erase(EventMessage<?> event) {
        write();
        model.erase(event);
        stored.putAll(model.load(Set.copyOf(stored.keySet())));
    }

    /** An event whose keys cannot be read is parked alone, when it is its turn to be taken. */
    private Collection<String> readableKeys(EventMessage<?> event) {
        try {
            return model.keys(event);
        } catch (RuntimeException e) {
            return Set.of();
        }
    }

    public void write() {
        List<R> added = new ArrayList<>();
        List<R> updated = new ArrayList<>();
        changed.forEach((key, row) -> (stored.containsKey(key) ? updated : added).add(row));
        if (!added.isEmpty()) {
            model.insert(added);
        }
        if (!updated.isEmpty()) {
            model.update(updated);
        }
        stored.putAll(changed);
        changed.clear();
    }

    /** Reads, takes and writes one event alone. When it fails, the batch is as it was before. */
    public void takeAlone(EventMessage<?> event) {
        try {
            load(List.of(event));
            take(event);
            write();
        } finally {
            changed.clear();
        }
    }
}
