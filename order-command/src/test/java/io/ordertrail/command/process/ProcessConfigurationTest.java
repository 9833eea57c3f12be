package io.ordertrail.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.command.order.Database;
import io.ordertrail.command.stock.TrackedSkus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProcessConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(ProcessConfiguration.class)
            .withBean(TrackedSkus.class, () -> new TrackedSkus(Database.empty()))
            .withBean(
                    EventStore.class,
                    () -> EmbeddedEventStore.builder()
                            .storageEngine(new InMemoryEventStorageEngine())
                            .build())
            .withPropertyValues(
                    "ordertrail.fulfilment.reservation=15m",
                    "ordertrail.fulfilment.payment=30m",
                    "ordertrail.fulfilment.transfer=7d",
                    "ordertrail.fulfilment.ship-by=48h",
                    "ordertrail.fulfilment.shipments=manual");

    @Test
    void every_process_of_the_table_runs_under_the_name_that_its_steps_have() {
        application.run(
                context -> assertThat(context.getBeansOfType(Policy.class).values())
                        .extracting(Policy::name)
                        .containsExactlyInAnyOrder(
                                "stock",
                                "payment-ask",
                                "payment",
                                "refund",
                                "shipment",
                                "automatic-shipment",
                                "return",
                                "transfer",
                                "deadline",
                                "erasure",
                                "stuck-step"));
    }
}
