package io.ordertrail.app.deadletter;

import io.ordertrail.api.projection.ProjectionCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why events are discarded. */
@Becomes(ProjectionCommand.DiscardDeadLetter.class)
record DiscardReason(
        @Schema(
                description = "Why the events need not be processed",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The item was registered twice")
        @Nullable
        String reason) {

    /** Empty if it was not given, which the read side refuses. */
    String given() {
        return reason == null ? "" : reason;
    }
}
