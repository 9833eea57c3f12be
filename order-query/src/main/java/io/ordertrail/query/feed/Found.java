package io.ordertrail.query.feed;

import io.ordertrail.query.projection.fold.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Events behind a place that somebody wanted.
 *
 * @param after the place up to which all of them are here
 * @param more whether there may be more already
 */
record Found(List<Item> items, Place after, boolean more) {

    /** @param after the reader's place right behind it */
    record Item(FeedEvent event, Place after) {}

    /**
     * The first {@code limit} of {@code events} that lie behind {@code after} and are wanted; more where the last one
     * has a place with another.
     *
     * @param events all that lie behind {@code after} and not behind {@code end}, in the order of their places
     */
    static Found among(Iterable<FeedEvent> events, Place after, Place end, Predicate<FeedEvent> wanted, int limit) {
        List<Item> items = new ArrayList<>();
        for (FeedEvent event : events) {
            if (after.covers(event.position()) || !wanted.test(event)) {
                continue;
            }
            if (items.size() >= limit
                    && !Recorded.isContinued(last(items).event().message())) {
                return new Found(items, last(items).after(), true);
            }
            items.add(new Item(event, after.or(event.after())));
        }
        return new Found(items, after.or(end), false);
    }

    private static Item last(List<Item> items) {
        return items.get(items.size() - 1);
    }
}
