package io.ordertrail.command.stock;

import io.ordertrail.axon.serialization.SnapshotType;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import java.time.Clock;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side of stock. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class StockConfiguration {

    @Bean
    TrackedSkus trackedSkus(JdbcClient jdbc) {
        return new TrackedSkus(jdbc);
    }

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static StockItem stockItem() {
        return new StockItem();
    }

    @Bean
    static SnapshotType stockItemSnapshot() {
        return new SnapshotType(StockItemSnapshot.class);
    }

    @Bean
    StockItemRepository stockItemRepository(
            org.axonframework.config.Configuration axon, SnapshotTriggerDefinition snapshotTrigger) {
        StockItemRepository items =
                new StockItemRepository(AggregateRepository.builderOf(StockItem.class, axon, snapshotTrigger));
        items.remember(axon.eventStore());
        return items;
    }

    @Bean
    StockNames stockNames(UniqueClaims names, EventStore events) {
        return new StockNames(names, events);
    }

    @Bean
    StockHandler stockHandler(StockItemRepository items, StockNames names, Clock clock) {
        return new StockHandler(items, names, clock);
    }
}
