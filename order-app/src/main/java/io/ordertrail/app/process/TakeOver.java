package io.ordertrail.app.process;

import io.ordertrail.api.process.ProcessCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;

/** A person says that a step is settled in another way. */
@Becomes(ProcessCommand.TakeOverStep.class)
record TakeOver(
        @Schema(description = "How the step was settled") String reason) {}
