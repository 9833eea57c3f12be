package io.ordertrail.app.projection;

import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.axon.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of the list of what read models could not take in. */
record DeadLettersRequest(
        @Schema(description = "Only of this read model; of all if not given", maxLength = 100) @Nullable
        String projection) {

    /** @throws Refused no read model can have this name */
    @Nullable
    String valid() {
        if (projection != null && !projection.matches(ProjectionEndpoints.NAME)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }
}
