package io.ordertrail.app.http.input;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is meant; a part of the list's query. */
public record PageQuery(
        @Schema(description = "Items on a page; default: 50", minimum = "1", maximum = "500", example = "2") @Nullable
        Integer limit,

        @Schema(description = "Cursor from an earlier page", maxLength = 1000, example = "Mwpvcg") @Nullable
        String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /** Itself. Whether a cursor is one of its own the read side knows best; here it must only look like one. */
    public PageQuery checked() {
        if (size() < 1 || size() > MAX_LIMIT) {
            throw malformed("limit", "limit must be 1 to " + MAX_LIMIT + ".");
        }
        if (after != null && !after.matches("[A-Za-z0-9_=.~-]{1,1000}")) {
            throw malformed("after", "after must be a cursor that a page of this list gave.");
        }
        return this;
    }

    /** Items of the page. */
    public int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    private static Rejected malformed(String parameter, String message) {
        return Rejected.malformed(List.of(Fault.parameter(parameter, FaultCode.MALFORMED_PARAMETER, message)));
    }
}
