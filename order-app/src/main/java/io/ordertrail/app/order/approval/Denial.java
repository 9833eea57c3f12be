package io.ordertrail.app.order.approval;

import io.ordertrail.api.order.OrderApprovalCommand.DenyApproval;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;

/** A second person does not agree. */
@Becomes(DenyApproval.class)
record Denial(@Schema(description = "Why not") String reason) {}
