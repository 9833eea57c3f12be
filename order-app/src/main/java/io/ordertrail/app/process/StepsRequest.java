package io.ordertrail.app.process;

import io.ordertrail.api.process.ProcessQuery.ListSteps;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of the list of steps. */
record StepsRequest(
        @Schema(description = "Only this process; default: all", maxLength = 255, example = "fulfilment") @Nullable
        String process,

        @Schema(description = "true: only those that fail again and again") @Nullable
        Boolean stuck,

        PageQuery page) {

    ListSteps toContract() {
        PageQuery wanted = page.checked();
        return new ListSteps(process, Boolean.TRUE.equals(stuck), wanted.size(), wanted.after());
    }
}
