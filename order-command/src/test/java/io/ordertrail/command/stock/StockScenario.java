package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;

/** The stock of one SKU. What the line of an answer had before follows from the events before. */
abstract class StockScenario {

    static final Clock CLOCK = Clock.fixed(StockSamples.NOW, ZoneOffset.UTC);

    final UniqueClaims names = new UniqueClaims(Database.empty());
    private final Scenario<StockItem> scenario = scenario(names);

    static Scenario<StockItem> scenario(UniqueClaims names) {
        return Scenario.of(
                        StockItem.class,
                        "SUPERVISOR,SERVICE",
                        CLOCK,
                        StockItemRepository::new,
                        (items, events) -> List.of(new StockHandler(items, new StockNames(names, events), CLOCK)))
                .about(StockSamples.ITEM)
                .completing(StockScenario::withKeptBefore);
    }

    private static List<Object> withKeptBefore(List<Object> before, List<Object> events) {
        List<StockEvent> stream = Stream.concat(before.stream(), events.stream())
                .map(StockEvent.class::cast)
                .toList();
        return List.copyOf(KeptBefore.in(stream).subList(before.size(), stream.size()));
    }

    Scenario.Given<StockItem> given(StockEvent... events) {
        return scenario.given((Object[]) events);
    }

    Scenario.Given<StockItem> givenCausedBy(String commandId, StockEvent... events) {
        return scenario.givenCausedBy(commandId, (Object[]) events);
    }

    Scenario.Given<StockItem> given(List<Message<?>> events) {
        return scenario.given(events.toArray());
    }

    static Message<?> causedBy(String commandId, StockEvent event) {
        return new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId));
    }

    Scenario.Given<StockItem> givenNothing() {
        return scenario.given();
    }
}
