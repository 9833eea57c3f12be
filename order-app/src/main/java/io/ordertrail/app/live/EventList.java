package io.ordertrail.app.live;

import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.EventPage.PublicEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of the feed. */
record EventList(List<PublicEvent> items, Next page) {

    /** @param more whether there may be more already */
    record Next(
            @Schema(description = "Where the next page begins: pass it as after. There is always one")
            String next,

            @Schema(description = "Whether there may be more events already")
            boolean more) {}

    static EventList of(EventPage page) {
        return new EventList(page.items(), new Next(page.after(), page.more()));
    }
}
