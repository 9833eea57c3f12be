package io.ordertrail.app.projection;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of the list of events that views could not process. */
record DeadLettersRequest(
        @Schema(description = "Only of this view; default: of all", maxLength = 100) @Nullable
        String projection) {

    /** @throws Rejected no view can have this name */
    @Nullable
    String valid() {
        if (projection != null && !projection.matches(ProjectionEndpoints.NAME)) {
            throw Rejected.malformed(List.of(Fault.parameter(
                    "projection", FaultCode.MALFORMED_PARAMETER, "projection must be the name of a read model.")));
        }
        return projection;
    }
}
