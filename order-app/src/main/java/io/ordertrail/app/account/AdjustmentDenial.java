package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountCommand.DenyAdjustment;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;

/** A second person does not agree. */
@Becomes(DenyAdjustment.class)
record AdjustmentDenial(@Schema(description = "Why not") String reason) {}
