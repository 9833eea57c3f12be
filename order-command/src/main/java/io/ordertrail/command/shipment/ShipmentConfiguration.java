package io.ordertrail.command.shipment;

import io.ordertrail.command.kernel.AggregateRepository;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The write side of shipments. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class ShipmentConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Shipment shipment() {
        return new Shipment();
    }

    @Bean
    ShipmentRepository shipmentRepository(org.axonframework.config.Configuration axon) {
        return new ShipmentRepository(AggregateRepository.builderOf(Shipment.class, axon));
    }
}
