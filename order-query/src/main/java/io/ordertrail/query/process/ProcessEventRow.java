package io.ordertrail.query.process;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event of a process.
 *
 * @param subject what it is about
 * @param event its type
 * @param values of the event, by name; without what is personal
 * @param field where in the event that is, as a JSON Pointer; null if nothing is
 * @param text what is personal
 * @param about who caused it, and by what
 */
record ProcessEventRow(
        String id,
        String subject,
        String event,
        Instant at,
        Instant recordedAt,
        Map<String, String> values,
        @Nullable String field,
        @PersonalData @Nullable String text,
        Map<String, String> about) {

    /** Of the event, by name, what is personal included. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(values);
        if (field != null && text != null) {
            all.put(field.substring(1), text);
        }
        return all;
    }

    /** The order that it is about; null if it is about none. */
    @Nullable
    String orderId() {
        return OrderId.isValid(subject) ? subject : OrderId.ofPart(subject).orElse(null);
    }
}
