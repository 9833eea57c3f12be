package io.ordertrail.api.feed;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Events for other programs, in the order in which they could be seen.
 *
 * @param after where they end, and the next page begins
 * @param more whether there may be more already
 */
@Named("event.EventPage")
public record EventPage(List<PublicEvent> items, String after, boolean more) {

    /**
     * An event in the form of CloudEvents 1.0, whose names of attributes these are. It has nothing personal and nothing
     * that somebody wrote: docs/reference/events.md.
     *
     * @param specversion always 1.0
     * @param id of the event, the same whenever it is told
     * @param source which service it is of
     * @param type {@code io.ordertrail.} and its stored name
     * @param subject id of what it happened to
     * @param time when it was recorded
     * @param datacontenttype always application/json
     * @param dataschema its stored name and revision
     * @param position the place right behind it, to begin the next request at
     * @param subjectversion of the subject after it, from 0
     * @param data what happened
     */
    public record PublicEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            String dataschema,
            String position,
            long subjectversion,
            Map<String, Object> data) {}
}
