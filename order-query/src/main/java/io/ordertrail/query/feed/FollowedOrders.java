package io.ordertrail.query.feed;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.order.list.FilterMatch;
import io.ordertrail.query.order.list.ListedOrder;
import org.jspecify.annotations.Nullable;

/**
 * The events of the orders of a list: those that are in it after the event, or were before. Both rows come from the
 * order's own events, so whoever goes on from an old place is told the same as whoever was there.
 */
final class FollowedOrders implements FollowedEvents {

    private final FilterMatch match;

    /** What the shop keeps for itself cannot be asked for by customers; the list has nothing for them then. */
    private final boolean isEmpty;

    private FollowedOrders(Filter filter, boolean isEmpty) {
        this.match = new FilterMatch(filter);
        this.isEmpty = isEmpty;
    }

    /** @throws Refused it asks for what rows do not tell */
    static FollowedOrders of(Filter filter) {
        if (filter.q() != null) {
            throw new Refused(InvalidQuery.of("q", "Nobody can follow what is found by words."));
        }
        return new FollowedOrders(
                filter, Ownership.only().isPresent() && !filter.metadata().isEmpty());
    }

    @Override
    public boolean has(Told told) {
        return isListed(told.order()) || isListed(told.before());
    }

    @Override
    public Boolean lists(Told told) {
        return isListed(told.order());
    }

    @Override
    public boolean moves(Told told) {
        return isListed(told.order()) != isListed(told.before());
    }

    private boolean isListed(@Nullable ListedOrder row) {
        return row != null && !isEmpty && match.matches(row);
    }
}
