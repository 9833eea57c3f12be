package io.ordertrail.app.order.guest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A link to one order. */
record GuestLink(
        @Schema(description = "Where the order can be read without an account; whoever has it can")
        String path,

        Instant expiresAt) {}
