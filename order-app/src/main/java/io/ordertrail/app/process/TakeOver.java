package io.ordertrail.app.process;

import io.swagger.v3.oas.annotations.media.Schema;

/** Somebody says that a step is settled otherwise. */
record TakeOver(
        @Schema(description = "How the step was settled", maxLength = 500)
        String reason) {}
