package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.payment.provider.AccountProvider;
import io.ordertrail.command.payment.provider.ManualProvider;
import io.ordertrail.command.payment.provider.PaymentProperties;
import io.ordertrail.command.payment.provider.PaymentProvider;
import io.ordertrail.command.payment.provider.ProviderConfiguration;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.command.payment.sandbox.SandboxCheckConfiguration;
import io.ordertrail.command.payment.sandbox.SandboxConfiguration;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The write side of payments. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
@Import({ProviderConfiguration.class, SandboxConfiguration.class, SandboxCheckConfiguration.class})
public class PaymentConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Payment payment() {
        return new Payment();
    }

    @Bean
    AggregateRepository<Payment> paymentRepository(org.axonframework.config.Configuration axon) {
        AggregateRepository<Payment> payments =
                new AggregateRepository<>(AggregateRepository.builderOf(Payment.class, axon), PaymentNotFound::new);
        payments.remember(axon.eventStore());
        return payments;
    }

    @Bean
    PaymentHandler paymentHandler(
            AggregateRepository<Payment> payments, UniqueClaims names, Clock clock, PaymentProperties settings) {
        return new PaymentHandler(payments, names, new AuthorizationPeriod(settings.authorizationPeriod()), clock);
    }

    @Bean
    Providers providers(ObjectProvider<PaymentProvider> providers) {
        return new Providers(providers.orderedStream().toList());
    }

    @Bean
    PaymentProvider manualProvider() {
        return new ManualProvider();
    }

    @Bean
    PaymentProvider accountProvider(ObjectProvider<Dispatch> dispatch, ObjectProvider<EventStore> events) {
        return new AccountProvider(
                dispatch::getObject,
                receipt -> UnknownEvents.known(
                        events.getObject()
                                .readEvents(receipt.id(), receipt.version())
                                .next(),
                        Object.class));
    }

    @Bean
    PaymentNamesInEvents paymentNamesInEvents() {
        return new PaymentNamesInEvents();
    }
}
