package io.ordertrail.api.explanation;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each amount and quantity of a resource came about. What was carried and all the changes add up to the value.
 *
 * @param subject id of the resource
 * @param version of its last event
 */
@Named("explanation.Explanation")
public record Explanation(String subject, long version, List<Figure> figures) {

    /**
     * One amount or quantity.
     *
     * @param of JSON pointer of its place, in which items of lists have their ids: {@code /lines/1/quantity/shipped};
     *     the second one of the same id has {@code #2} behind it, and so on
     * @param value now
     * @param currency null for a quantity
     * @param carried the sum of all changes that are too long ago to be listed; 0 where all are
     */
    public record Figure(
            String of, String value, @Nullable String currency, String carried, List<Contribution> because) {}

    /**
     * An event that changed it.
     *
     * @param version of the event in the stream of the resource
     * @param change what it added; negative where it took away
     * @param after what the value was after it
     */
    public record Contribution(
            long version,
            String eventId,
            String type,
            Instant at,
            String actor,
            @PersonalData String summary,
            String change,
            String after) {}
}
