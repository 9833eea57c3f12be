package io.ordertrail.query.customer;

import io.ordertrail.query.order.list.OrderList;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of customers. */
@Configuration(proxyBeanMethods = false)
public class CustomerReadConfiguration {

    @Bean
    CustomerLookup customerLookup(EventStore events, OrderList orders) {
        return new CustomerLookup(events, orders);
    }
}
