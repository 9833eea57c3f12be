package io.ordertrail.query.personal;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a process tells.
 *
 * @param id of the event
 * @param subject what it is about
 * @param event its type
 * @param field where in it the text is
 */
record StepTextRow(
        String id,
        String subject,
        String event,
        Instant at,
        String field,
        @PersonalData String text) {

    /** The order that it is about; null if it is about none. */
    @Nullable
    String orderId() {
        return OrderId.isValid(subject) ? subject : OrderId.ofPart(subject).orElse(null);
    }
}
