package io.ordertrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.query.projection.fold.EventFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** The rows of a projection in memory: what its fold alone makes of events. */
public final class Rows<R> {

    private final EventFold<R> fold;
    private final Map<String, R> rows = new LinkedHashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<EventMessage<?>> told = new ArrayList<>();

    public Rows(EventFold<R> fold) {
        this.fold = fold;
    }

    /** The next event of the stream {@code id}. */
    public void store(String id, Object event) {
        long version = versions.merge(id, 0L, (before, none) -> before + 1);
        take(new GenericDomainEventMessage<>("any", id, version, event));
    }

    /** An event of no aggregate. */
    public void tell(Object event) {
        take(GenericEventMessage.asEventMessage(event));
    }

    /** Everything comes once more, from the first event on, and changes nothing. */
    public void requireThatRepeatsChangeNothing() {
        Map<String, R> before = Map.copyOf(rows);
        told.forEach(this::fold);
        assertThat(rows).isEqualTo(before);
    }

    /** All of them, in the order in which they came to be. */
    public List<R> all() {
        return List.copyOf(rows.values());
    }

    private void take(EventMessage<?> event) {
        told.add(event);
        fold(event);
    }

    private void fold(EventMessage<?> event) {
        if (!fold.concerns(event)) {
            return;
        }
        for (String key : fold.keys(event)) {
            R before = rows.get(key);
            R after = fold.fold(key, before, event);
            if (after != null && after != before) {
                assertThat(fold.version(after)).isGreaterThan(before == null ? -1 : fold.version(before));
                rows.put(key, after);
            }
        }
    }
}
