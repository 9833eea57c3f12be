package io.ordertrail.app.returns;

import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.app.http.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a list of returns. */
record ReturnsQuery(
        @Schema(description = "Only those that have come so far; all if not given") @Nullable
        RmaStatus status,

        PageQuery page) {}
