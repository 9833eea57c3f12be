package io.ordertrail.query.order.history;

import io.ordertrail.query.process.ProcessTrail;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.Owners;
import io.ordertrail.query.stock.ReservationTrail;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the histories of orders. */
@Configuration(proxyBeanMethods = false)
public class OrderHistoryConfiguration {

    @Bean
    OrderHistories orderHistories(
            EventStore events, ReservationTrail reservations, ProcessTrail processes, JdbcClient jdbc) {
        return new OrderHistories(
                new OrderTrail(events, reservations, processes),
                new HistoryEntries(RowJson.mapper()),
                new Owners(events),
                new OwnWork(jdbc));
    }

    @Bean
    CauseGraphs causeGraphs(OrderHistories histories) {
        return new CauseGraphs(histories);
    }
}
