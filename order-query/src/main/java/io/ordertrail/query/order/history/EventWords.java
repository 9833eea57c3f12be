package io.ordertrail.query.order.history;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.message.MetaKeys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** What is said of one event where it is told by itself. */
public final class EventWords {

    private EventWords() {}

    /** @param event without what is personal in it: where its sentence would say that, its type must do */
    public static String summary(Object event) {
        String name = Contract.named(event.getClass()).value();
        if (!(event instanceof OrderEvent) && !event.getClass().isAnnotationPresent(Sentence.class)) {
            return CustomerHistory.words(name);
        }
        String sentence = EventDescriptions.summary(event);
        return sentence.contains(Erased.TEXT) ? CustomerHistory.words(name) : sentence;
    }

    /**
     * What is said of it to the customer of its order; empty if it is not for them.
     *
     * @param event the payload of {@code message}, without what is personal
     */
    public static Optional<String> summaryFor(String customer, OrderEvent event, DomainEventMessage<?> message) {
        MetaData about = message.getMetaData();
        String roles = Objects.toString(about.get(MetaKeys.ROLES), "");
        return CustomerHistory.of(
                        new OrderHistory.Entry(
                                message.getAggregateIdentifier(),
                                message.getSequenceNumber(),
                                message.getIdentifier(),
                                Contract.named(event.getClass()).value(),
                                event.at(),
                                message.getTimestamp(),
                                Objects.toString(about.get(MetaKeys.ACTOR), HistoryEntries.NOBODY),
                                roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                                null,
                                null,
                                summary(event),
                                event instanceof OrderNoteAdded note
                                        ? Map.of("visibility", note.visibility().name())
                                        : Map.of(),
                                null,
                                null,
                                null,
                                null),
                        customer)
                .map(OrderHistory.Entry::summary);
    }
}
