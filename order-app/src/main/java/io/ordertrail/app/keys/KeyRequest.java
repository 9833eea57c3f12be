package io.ordertrail.app.keys;

import io.ordertrail.api.access.KeyCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that is to be made. */
@Becomes(KeyCommand.CreateKey.class)
record KeyRequest(
        @Schema(description = "Of the program, for people; no two live keys have the same")
        String name,

        @Schema(description = "What it may do") List<String> roles,

        @Schema(description = "What it is good for, where that is less: resource=none|read|write, with commas")
        @Nullable
        String grants,

        @Schema(description = "How long it is accepted; default: 90") @Nullable
        Integer days) {}
