package io.ordertrail.query.order.history;

import io.ordertrail.query.projection.table.EventTable;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.Owners;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The beans of the histories of orders. */
@Configuration(proxyBeanMethods = false)
public class OrderHistoryConfiguration {

    private final OrderHistoryFold fold = new OrderHistoryFold(RowJson.mapper());

    @Bean
    EventTable<HistoryRow> orderHistoryTable(JdbcTemplate jdbc) {
        return new EventTable<>(jdbc, OrderHistoryTable.shape(fold));
    }

    @Bean
    OrderHistories orderHistories(EventTable<HistoryRow> orderHistoryTable, EventStore events) {
        return new OrderHistories(orderHistoryTable, fold, events, new Owners(events), RowJson.mapper());
    }
}
