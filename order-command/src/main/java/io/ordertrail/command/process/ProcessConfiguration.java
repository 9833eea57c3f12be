package io.ordertrail.command.process;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.command.stock.TrackedSkus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The processes between subjects. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FulfilmentSettings.class)
public class ProcessConfiguration {

    @Bean
    Policy stockAskPolicy() {
        return new Policy(StockAskPolicy.NAME, new StockAskPolicy());
    }

    @Bean
    Policy paymentAskPolicy() {
        return new Policy(PaymentAskPolicy.NAME, new PaymentAskPolicy());
    }

    @Bean
    Policy paymentPolicy() {
        return new Policy(PaymentPolicy.NAME, new PaymentPolicy());
    }

    @Bean
    Policy refundPolicy() {
        return new Policy(RefundPolicy.NAME, new RefundPolicy());
    }

    @Bean
    Policy shipmentPolicy(TrackedSkus tracked) {
        return new Policy(ShipmentPolicy.NAME, new ShipmentPolicy(tracked::among));
    }

    @Bean
    Policy returnPolicy(TrackedSkus tracked) {
        return new Policy(ReturnPolicy.NAME, new ReturnPolicy(tracked::among));
    }

    /** A policy is needed before there is an event store. */
    @Bean
    Policy transferPolicy(@Lazy EventStore events) {
        return new Policy(TransferPolicy.NAME, new TransferPolicy(new BegunTransfers(events)::of));
    }

    @Bean
    Policy deadlinePolicy() {
        return new Policy(DeadlinePolicy.NAME, new DeadlinePolicy());
    }

    @Bean
    Policy automaticShipmentPolicy(FulfilmentSettings settings) {
        return new Policy(AutomaticShipmentPolicy.NAME, new AutomaticShipmentPolicy(settings));
    }

    @Bean
    Policy erasurePolicy() {
        return new Policy(ErasurePolicy.NAME, new ErasurePolicy());
    }

    @Bean
    Policy stuckStepPolicy() {
        return new Policy(StuckStepPolicy.NAME, new StuckStepPolicy());
    }
}
