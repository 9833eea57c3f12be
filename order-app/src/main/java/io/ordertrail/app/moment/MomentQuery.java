package io.ordertrail.app.moment;

import io.ordertrail.api.message.Moment;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The moment of a resource; now, if nothing is given. */
public record MomentQuery(
        @Schema(
                description = "As it was after the event of this sequence number, from 0; given alone",
                minimum = "0",
                example = "0")
        @Nullable
        Long version,

        @Schema(description = "What had been recorded by this moment") @Nullable
        Instant asOf,

        @Schema(
                description = "What had happened by this moment, by business time, whenever it was recorded."
                        + " With asOf: what was known then of it. The answer has no ETag")
        @Nullable
        Instant effectiveAt) {

    /**
     * The resource at this moment.
     *
     * @param now answers it as it is
     * @param then answers it at a moment
     * @throws Rejected more is given than has a meaning
     */
    public <T> ResponseEntity<T> answer(
            ReadRequest read, Supplier<T> now, Function<Moment, T> then, ToLongFunction<T> version) {
        Moment moment = toContract();
        T found = moment.equals(Moment.NOW) ? now.get() : then.apply(moment);
        // By business time the same last event may leave it as this, and later as that.
        return moment.effectiveAt() == null ? read.answer(version.applyAsLong(found), found) : ResponseEntity.ok(found);
    }

    private Moment toContract() {
        if (version != null && version < 0) {
            throw MomentText.malformed("version", "version must be 0 or more.");
        }
        if (version != null && (asOf != null || effectiveAt != null)) {
            throw MomentText.malformed(
                    asOf == null ? "effectiveAt" : "asOf", "With a version, no other moment can be given.");
        }
        return new Moment(version, asOf, effectiveAt);
    }
}
