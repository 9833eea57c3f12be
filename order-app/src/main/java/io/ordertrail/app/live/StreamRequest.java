package io.ordertrail.app.live;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What every stream can be asked for. */
public record StreamRequest(
        @Schema(
                description = "The place behind which it begins: an event's id, or -1 for the first; default: now",
                maxLength = 6000,
                example = "42")
        @Nullable
        String after,

        @Schema(
                description = "When the stream ends by itself, with all that is there by then; default: never",
                minimum = "0",
                maximum = "86400",
                example = "0")
        @Nullable
        Integer seconds) {

    static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int DAY = 86_400;

    /** @throws Rejected a value means nothing */
    StreamRequest checked() {
        if (seconds != null && (seconds < 0 || seconds > DAY)) {
            throw Rejected.malformed(Problem.Fault.parameter(
                    "seconds", FaultCode.MALFORMED_PARAMETER, "seconds must be 0 to " + DAY + "."));
        }
        return this;
    }

    /** Where it begins; null for now. */
    @Nullable
    String place(HttpServletRequest request) {
        return Caller.single(request, LAST_EVENT_ID).filter(id -> !id.isEmpty()).orElse(after);
    }
}
