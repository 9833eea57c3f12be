package io.ordertrail.app.deadletter;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query that says which dead letters of views are meant: those that agree with all that is given. */
record DeadLettersRequest(
        @Schema(description = "Only of this view; default: of all", maxLength = 100, example = "stock-view") @Nullable
        String projection,

        @Schema(description = "Only with this failure; default: with any", maxLength = 100, example = "ROW_UNREADABLE")
        @Nullable
        String error,

        @Schema(
                description = "Only where an event of this type comes first; default: of any",
                maxLength = 255,
                example = "stock.StockReceived")
        @Nullable
        String eventType,

        @Schema(description = "Only of this subject; default: of any", maxLength = 255, example = "stock-TEE-M")
        @Nullable
        String subject) {

    /** @throws Rejected nothing can have such a name */
    DeadLetterFilter valid() {
        Words.check("projection", projection, "[a-z][a-z0-9-]{0,99}");
        return Words.filter(projection, error, eventType, subject);
    }
}
