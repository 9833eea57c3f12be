package io.ordertrail.app.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which figures are explained. */
record ExplanationQuery(
        @Schema(
                description = "Only the figures whose place begins so; the items of lists have their ids in it."
                        + " Default: all",
                example = "/totals/due")
        @Nullable
        String of) {}
