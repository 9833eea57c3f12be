package io.ordertrail.app.process;

import io.swagger.v3.oas.annotations.media.Schema;

/** A person says that a step is settled in another way. */
record TakeOver(
        @Schema(description = "How the step was settled", maxLength = 500)
        String reason) {}
