package io.ordertrail.app.returns;

import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The query of a list of returns. */
record ReturnsQuery(
        @Schema(description = "Only returns of these statuses; default: all")
        List<RmaStatus> status,

        PageQuery page) {}
