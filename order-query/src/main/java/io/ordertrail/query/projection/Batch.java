package io.ordertrail.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;

/** The rows that a batch of events touches, in memory: each is read once and written once, however many events it takes. */
final class Batch<R> {

    private final ReadModel<R> model;
    private final Map<String, R> stored = new HashMap<>();
    private final Map<String, R> changed = new LinkedHashMap<>();
    private final List<DomainEventMessage<?>> waiting = new ArrayList<>();

    Batch(ReadModel<R> model) {
        this.model = model;
    }

    /** Reads the rows of {@code events}, which can then be taken. */
    void load(Collection<DomainEventMessage<?>> events) {
        Set<String> keys = events.stream().map(model::key).collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            stored.putAll(model.load(keys));
        }
    }

    void take(DomainEventMessage<?> event) {
        String key = model.key(event);
        R before = changed.getOrDefault(key, stored.get(key));
        R after = model.fold(before, event);
        if (after != before) {
            changed.put(key, after);
        }
    }

    void write() {
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

    /** Puts the event off until {@link #waiting} is worked through. */
    void putOff(DomainEventMessage<?> event) {
        waiting.add(event);
    }

    List<DomainEventMessage<?>> waiting() {
        return waiting;
    }

    /** Reads, takes and writes one event alone. When it fails, the batch stands where it stood before. */
    void takeAlone(DomainEventMessage<?> event) {
        try {
            load(List.of(event));
            take(event);
            write();
        } finally {
            changed.clear();
        }
    }
}
