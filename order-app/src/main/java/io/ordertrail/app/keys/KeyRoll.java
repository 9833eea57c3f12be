package io.ordertrail.app.keys;

import io.ordertrail.api.access.KeyCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that is to have another secret. */
@Becomes(KeyCommand.RollKey.class)
record KeyRoll(
        @Schema(description = "How long it is accepted from now; default: 90") @Nullable
        Integer days) {}
