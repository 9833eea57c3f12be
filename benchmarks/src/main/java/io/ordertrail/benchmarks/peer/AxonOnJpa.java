package io.ordertrail.benchmarks.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.jpa.TokenEntry;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Axon on JPA with the defaults: an aggregate that is created by an order, its event in the JPA event store, and one
 * view of it by a processor. The events are JSON; Axon's own default can not be had on this Java.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@EntityScan(basePackageClasses = {DomainEventEntry.class, TokenEntry.class, AxonOnJpa.class})
@Web
public class AxonOnJpa {

    public static void main(String[] arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(AxonOnJpa.class);
        application.setDefaultProperties(Map.of("spring.jpa.hibernate.ddl-auto", "update"));
        application.run(arguments);
    }

    /** The command. */
    record Place(String id, PlacedOrder order) {}

    /** The event. */
    record Placed(String id, PlacedOrder order) {}

    /** The aggregate. */
    static final class Order {

        @AggregateIdentifier
        private String id = "";

        Order() {}

        @CommandHandler
        Order(Place command) {
            command.order().check();
            AggregateLifecycle.apply(new Placed(command.id(), command.order()));
        }

        @EventSourcingHandler
        void on(Placed event) {
            id = event.id();
        }
    }

    /** The view. */
    @Entity(name = "listed_order")
    static class ListedOrder {

        @Id
        String id = "";

        String customer = "";
    }

    /** Keeps the view. */
    record View(EntityManager database) {

        @EventHandler
        void on(Placed event) {
            ListedOrder row = new ListedOrder();
            row.id = event.id();
            row.customer = event.order().customerId();
            database.persist(row);
        }
    }

    /** Takes the orders; a bean because it is a member of the configuration. */
    @RestController
    record Door(Configuration axon) {

        @PostMapping("/api/v1/orders")
        @ResponseStatus(HttpStatus.CREATED)
        Map<String, Object> place(@RequestBody PlacedOrder order) {
            String id = UUID.randomUUID().toString();
            axon.commandGateway().sendAndWait(new Place(id, order));
            return Map.of("id", id, "number", id, "lines", order.lines(), "total", order.expectedTotal());
        }

        @GetMapping("/actuator/health/readiness")
        String ready() {
            return "UP";
        }
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    static Configuration axon(EntityManager database, PlatformTransactionManager transactions) {
        return DefaultConfigurer.jpaConfiguration(
                        new SimpleEntityManagerProvider(database), new SpringTransactionManager(transactions))
                .configureSerializer(axon -> Jackson3Serializer.builder().build())
                .configureAggregate(Order.class)
                .eventProcessing(processing -> processing
                        .usingPooledStreamingEventProcessors()
                        .registerEventHandler(axon -> new View(database)))
                .buildConfiguration();
    }
}
