package io.ordertrail.query.projection.fold;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What one event does to all the rows that it changes. */
public final class Change {

    private Change() {}

    /**
     * The rows that {@code event} has changed or begun, by key. A key that is named twice is folded once.
     *
     * @param before the row of a key, null if there is none
     * @throws RuntimeException the event cannot be processed, for any row
     */
    public static <R> Map<String, R> of(
            EventFold<R> fold, EventMessage<?> event, Function<String, @Nullable R> before) {
        Map<String, R> changed = new LinkedHashMap<>();
        for (String key : new LinkedHashSet<>(fold.keys(event))) {
            R row = before.apply(key);
            R after = fold.fold(key, row, event);
            if (after == null && row != null) {
                throw new IllegalStateException("Event " + event.getIdentifier() + " would take away row " + key);
            }
            if (after != null && after != row) {
                changed.put(key, after);
            }
        }
        return changed;
    }
}
