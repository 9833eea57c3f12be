package io.ordertrail.query.verification;

import io.ordertrail.query.order.OrderAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/** Every order that the event store knows, in the order in which they were placed. */
final class StoredOrders {

    private static final int PAGE = 200;

    private final EventScan events;

    StoredOrders(EventScan events) {
        this.events = events;
    }

    /**
     * Hands {@code pages} the ids of all orders begun up to {@code head}.
     *
     * @return the position of the last event seen, which is less than {@code head} if the store did not give all
     */
    long forEachPage(long head, Consumer<List<String>> pages) {
        List<String> page = new ArrayList<>();
        long seen = events.forEach(head, message -> {
            if (message instanceof DomainEventMessage<?> event && OrderAudit.begins(event)) {
                page.add(event.getAggregateIdentifier());
            }
            if (page.size() == PAGE) {
                pages.accept(List.copyOf(page));
                page.clear();
            }
        });
        if (!page.isEmpty()) {
            pages.accept(List.copyOf(page));
        }
        return seen;
    }
}
