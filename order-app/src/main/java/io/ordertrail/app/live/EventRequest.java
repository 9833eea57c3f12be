package io.ordertrail.app.live;

import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query of a page of the feed. */
record EventRequest(
        @Schema(
                description = "next of the page before, or the position of an event; default: before the first event",
                maxLength = 6000,
                example = "42")
        @Nullable
        String after,

        @Schema(description = "Events on a page; default: 100", minimum = "1", maximum = "500", example = "2") @Nullable
        Integer limit,

        @Schema(
                description = "How many seconds to wait for an event where there is none; default: 0",
                minimum = "0",
                maximum = "20",
                example = "1")
        @Nullable
        Integer seconds) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_WAIT = 20;

    Span span() {
        int size = Objects.requireNonNullElse(limit, DEFAULT_LIMIT);
        int patience = Objects.requireNonNullElse(seconds, 0);
        if (size < 1 || size > MAX_LIMIT) {
            throw malformed("limit", "limit must be 1 to " + MAX_LIMIT + ".");
        }
        if (patience < 0 || patience > MAX_WAIT) {
            throw malformed("seconds", "seconds must be 0 to " + MAX_WAIT + ".");
        }
        return new Span(Objects.requireNonNullElse(after, Span.START), size, patience);
    }

    private static Rejected malformed(String parameter, String message) {
        return Rejected.malformed(Problem.Fault.parameter(parameter, FaultCode.MALFORMED_PARAMETER, message));
    }
}
