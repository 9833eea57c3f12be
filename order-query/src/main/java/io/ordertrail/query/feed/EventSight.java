package io.ordertrail.query.feed;

import io.ordertrail.api.feed.ChangePage.Change;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.query.order.history.EventWords;
import io.ordertrail.query.order.list.ListedOrder;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What somebody may see of events. A customer sees those of their own orders that are meant for them. By another one, a
 * hold above all, an order may leave their list all the same: then they are told that, and not what it was.
 *
 * @param customer who sees their own only; empty for staff
 */
record EventSight(Optional<String> customer) {

    private static final String CHANGED = "Order changed";

    boolean sees(FeedEvent event, FollowedEvents followed) {
        return customer.isEmpty() || isOwn(event.told()) && (words(event).isPresent() || followed.moves(event.told()));
    }

    /** @param item what {@link #sees} lets through */
    Change change(Found.Item item, FollowedEvents followed) {
        FeedEvent event = item.event();
        Told told = event.told();
        Optional<String> words = customer.isEmpty() ? Optional.of(told.summary()) : words(event);
        return told.change(
                event.position(),
                item.after(),
                words.isPresent() ? told.type() : Change.HIDDEN,
                words.orElse(CHANGED),
                followed.lists(told));
    }

    private boolean isOwn(Told told) {
        ListedOrder row = told.order();
        return row != null && customer.filter(row.customerId()::equals).isPresent();
    }

    /** What a customer is told of an event; empty if it is not for customers. */
    private Optional<String> words(FeedEvent event) {
        return event.told().event() instanceof OrderEvent order
                        && event.message() instanceof DomainEventMessage<?> message
                ? customer.flatMap(one -> EventWords.summaryFor(one, order, message))
                : Optional.empty();
    }
}
