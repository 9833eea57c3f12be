package io.ordertrail.query.feed;

import org.jspecify.annotations.Nullable;

/** Which events somebody follows. */
@FunctionalInterface
interface FollowedEvents {

    boolean has(Told told);

    /** Whether the order is in the list that is followed, after the event; null where no list is. */
    default @Nullable Boolean lists(Told told) {
        return null;
    }

    /** Whether an order has come into the list, or left it, by the event. */
    default boolean moves(Told told) {
        return false;
    }
}
