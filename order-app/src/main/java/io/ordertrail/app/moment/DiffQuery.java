package io.ordertrail.app.moment;

import io.ordertrail.api.message.Moment;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The two moments between which a resource is compared. */
public record DiffQuery(
        @Schema(
                description = "The earlier moment: a version, or an instant by which it had been recorded",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "0")
        @Nullable
        String from,

        @Schema(description = "The later moment, said in the same way; default: now", example = "1") @Nullable
        String to) {

    Moment first() {
        if (from == null) {
            throw MomentText.malformed("from", "from is required: a version, or an instant.");
        }
        return MomentText.read("from", from);
    }

    Moment last() {
        return MomentText.read("to", to);
    }
}
