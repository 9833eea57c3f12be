package io.ordertrail.query.order.history;

import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.Owners;
import io.ordertrail.query.stock.ReservationTrail;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the histories of orders. */
@Configuration(proxyBeanMethods = false)
public class OrderHistoryConfiguration {

    @Bean
    OrderHistories orderHistories(EventStore events, ReservationTrail reservations) {
        return new OrderHistories(
                new OrderTrail(events, reservations), new HistoryEntries(RowJson.mapper()), new Owners(events));
    }

    @Bean
    CauseGraphs causeGraphs(OrderHistories histories) {
        return new CauseGraphs(histories);
    }
}
