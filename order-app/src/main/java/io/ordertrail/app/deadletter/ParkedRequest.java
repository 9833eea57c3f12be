package io.ordertrail.app.deadletter;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query that says which parked events of processes are meant: those that agree with all that is given. */
record ParkedRequest(
        @Schema(
                description = "Only with this failure; default: with any",
                maxLength = 100,
                example = "EVENT_UNREADABLE")
        @Nullable
        String error,

        @Schema(
                description = "Only where an event of this type comes first; default: of any",
                maxLength = 255,
                example = "order.OrderConfirmed")
        @Nullable
        String eventType,

        @Schema(
                description = "Only of this subject; default: of any",
                maxLength = 255,
                example = "order-2a9c26c6-0000-3000-8000-000000000001")
        @Nullable
        String subject) {

    /** @throws Rejected nothing can have such a name */
    DeadLetterFilter valid(String process) {
        return Words.filter(process, error, eventType, subject);
    }
}
