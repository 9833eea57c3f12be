package io.ordertrail.app.returns;

import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.app.http.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The query of a list of returns. */
record ReturnsQuery(
        @Schema(description = "Only those that have come so far; all if not given")
        List<RmaStatus> status,

        PageQuery page) {}
