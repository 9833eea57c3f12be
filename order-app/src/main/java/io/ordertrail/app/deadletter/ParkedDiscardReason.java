package io.ordertrail.app.deadletter;

import io.ordertrail.api.process.ProcessCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a parked event is discarded. */
@Becomes(ProcessCommand.DiscardParked.class)
record ParkedDiscardReason(
        @Schema(
                description = "Why the event need not be processed",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The goods were sent by hand")
        @Nullable
        String reason) {

    /** Empty if it was not given, which the write side refuses. */
    String given() {
        return reason == null ? "" : reason;
    }
}
