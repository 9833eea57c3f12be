package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter looked at closely. A retry was made and rolled back for it: nothing has changed.
 *
 * @param event the first that waits; null if the store does not have it
 * @param rows what the retry touches: rows of a view; of a process the steps that it would send
 * @param retry what would come of it
 */
@Named("deadletter.DeadLetterInspection")
public record DeadLetterInspection(
        DeadLetter letter, @Nullable Event event, List<Row> rows, DeadLetterRetry retry) {

    /**
     * An event as it is stored. It is never edited.
     *
     * @param type its name in the store
     * @param revision of the type
     * @param version in its stream, from 0; null if it is of no aggregate
     * @param recordedAt when it was stored
     * @param payload as JSON; personal data is encrypted. A text if it is no JSON
     */
    @Named("deadletter.DeadLetterEvent")
    public record Event(
            String id,
            String type,
            @Nullable String revision,
            @Nullable Long version,
            Instant recordedAt,
            Object payload,
            Map<String, String> metaData) {}

    /**
     * A row, and the difference that a retry makes to it. Personal data is masked.
     *
     * @param key of the row; of a step its name
     * @param readable whether the row can be read as it is stored now
     * @param stored the row as it is stored now; null if there is none, or it cannot be read
     * @param changes none if the retry leaves the row as it is
     */
    @Named("deadletter.DeadLetterRow")
    public record Row(
            String key, boolean readable, @Nullable Map<String, Object> stored, List<Change> changes) {}

    /**
     * One difference.
     *
     * @param pointer JSON Pointer (RFC 6901) of the place in the row; empty for the whole row
     * @param before null if nothing is there
     * @param after null if nothing is there any more
     */
    @Named("deadletter.DeadLetterChange")
    public record Change(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {}
}
