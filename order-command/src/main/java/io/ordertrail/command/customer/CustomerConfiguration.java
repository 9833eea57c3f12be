package io.ordertrail.command.customer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.process.ProcessQuery.ListStepTexts;
import io.ordertrail.api.process.StepTexts;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.personal.PersonalKeys;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.CustomerNames;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The write side of customers. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
public class CustomerConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Customer customer() {
        return new Customer();
    }

    @Bean
    CustomerRepository customerRepository(org.axonframework.config.Configuration axon) {
        return new CustomerRepository(AggregateRepository.builderOf(Customer.class, axon));
    }

    @Bean
    CustomerHandler customerHandler(
            CustomerRepository customers, CustomerNames names, EventStore events, PersonalKeys keys, Clock clock) {
        return new CustomerHandler(customers, names, new OpenOrders(events), new OpenAccounts(events), keys, clock);
    }

    @Bean
    @ConditionalOnProperty("ordertrail.personal-data.erase-after")
    RecurringTask<Void> forgetByRule(
            RetentionProperties settings,
            PersonalKeys keys,
            CustomerNames names,
            EventStore events,
            ObjectProvider<Dispatch> dispatch,
            Clock clock) {
        Retention retention = new Retention(
                Objects.requireNonNull(settings.eraseAfter()),
                keys::knownBefore,
                new LastEvent(names, events)::of,
                command -> dispatch.getObject().send(command, RequestContext.ofService("retention"), Receipt.class),
                clock);
        return Tasks.recurring("forget-by-rule", Schedules.fixedDelay(settings.every()))
                .execute((instance, context) -> retention.run());
    }

    @Bean
    CustomerLookup customerLookup(EventStore events, CustomerNames names, ObjectProvider<Dispatch> dispatch) {
        CustomerTexts texts = new CustomerTexts(
                events,
                names,
                subjects -> dispatch.getObject()
                        .ask(new ListStepTexts(subjects), RequestContext.ofService("personal-data"), StepTexts.class)
                        .texts());
        return new CustomerLookup(events, names, texts);
    }

    @Bean
    ErasedCustomersInEvents erasedCustomersInEvents() {
        return new ErasedCustomersInEvents();
    }
}
