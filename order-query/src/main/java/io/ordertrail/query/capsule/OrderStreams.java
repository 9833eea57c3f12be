package io.ordertrail.query.capsule;

import io.ordertrail.api.constraint.IdForms;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.serialization.MaskedJson;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.order.history.CausalOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tools.jackson.databind.JsonNode;

/**
 * The streams that an order touches: those of its parts, whole, and its share of the stock items and accounts. They are
 * found by the ids and SKUs that its events name.
 */
final class OrderStreams {

    private static final Pattern ID = Pattern.compile("(?:" + IdForms.PART + ")|" + IdForms.ACCOUNT);

    private final EventStore events;
    private final MaskedJson json;

    OrderStreams(EventStore events, MaskedJson json) {
        this.events = events;
        this.json = json;
    }

    /** Their events, each after what it follows from; empty if there is no such order. */
    List<DomainEventMessage<?>> of(String orderId) {
        List<List<DomainEventMessage<?>>> all = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(List.of(orderId));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            List<DomainEventMessage<?>> stream = share(open.remove(), orderId);
            all.add(stream);
            stream.stream().flatMap(this::named).filter(id -> isOf(orderId, id)).forEach(id -> {
                if (seen.add(id)) {
                    open.add(id);
                }
            });
        }
        return CausalOrder.of(all);
    }

    private List<DomainEventMessage<?>> share(String id, String orderId) {
        List<DomainEventMessage<?>> stream = new ArrayList<>();
        // From the first event on, which a snapshot would hide.
        events.readEvents(id, 0).forEachRemaining(stream::add);
        if (stream.isEmpty()) {
            return stream;
        }
        return switch (String.valueOf(stream.get(0).getType())) {
            case "stock" -> StockShare.of(stream, orderId);
            case "account" -> AccountShare.of(stream, orderId);
            default -> stream;
        };
    }

    /** The ids and, as those of stock items, the SKUs in an event. */
    private Stream<String> named(DomainEventMessage<?> event) {
        JsonNode payload = json.tree(UnknownEvents.known(event, Object.class));
        return Stream.concat(
                ID.matcher(payload.toString()).results().map(found -> found.group()),
                payload.findValuesAsString("sku").stream().map(StockItemId::of));
    }

    private static boolean isOf(String orderId, String id) {
        return OrderId.ofPart(id).map(orderId::equals).orElse(true);
    }
}
