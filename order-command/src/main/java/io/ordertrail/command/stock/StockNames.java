package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.kernel.UniqueName;
import io.ordertrail.model.stock.Movement;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The names that stock gives once only: SKUs that are tracked, and what left and came back. */
final class StockNames implements ClaimsOfEvents {

    private final UniqueClaims names;
    private final EventStore events;

    StockNames(UniqueClaims names, EventStore events) {
        this.names = names;
        this.events = events;
    }

    /** Has {@code sku} tracked from now on. Claimed before, it was by an attempt whose event was never stored. */
    void claim(String sku) {
        names.claim(StockItemId.SKU, sku, StockItemId.of(sku));
    }

    /**
     * Whether {@code movement} was counted for the item, or will be now. That it was claimed before is not all: an Axon
     * Server may never have stored the event of that attempt, and only the item's events know. They are read whole, for
     * a movement that is said again after so long that the item has forgotten it.
     */
    boolean wasCounted(Movement movement, String itemId) {
        return !names.claim(movement.kind(), movement.name(), itemId)
                && events.readEvents(itemId, 0)
                        .asStream()
                        .map(event -> Movement.in(UnknownEvents.known(event, StockEvent.class)))
                        .anyMatch(Optional.of(movement)::equals);
    }

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        return ClaimsOfEvents.of(StockEvent.class, StockNames::in);
    }

    private static Stream<UniqueName> in(StockEvent event) {
        return event instanceof StockItemRegistered item
                ? Stream.of(new UniqueName(StockItemId.SKU, item.sku(), item.itemId()))
                : Movement.in(event).stream()
                        .map(movement -> new UniqueName(movement.kind(), movement.name(), event.itemId()));
    }
}
