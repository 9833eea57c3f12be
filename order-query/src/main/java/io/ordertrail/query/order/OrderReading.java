package io.ordertrail.query.order;

import io.ordertrail.query.projection.Arrivals;
import io.ordertrail.query.projection.RowJson;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what reads orders. */
@Configuration(proxyBeanMethods = false)
public class OrderReading {

    private final JsonMapper json = RowJson.mapper();

    @Bean
    OrderViewTable orderViewTable(JdbcTemplate jdbc) {
        return new OrderViewTable(jdbc, json);
    }

    @Bean
    OrderListTable orderListTable(JdbcTemplate jdbc) {
        return new OrderListTable(jdbc);
    }

    @Bean
    OrderHistoryTable orderHistoryTable(JdbcTemplate jdbc) {
        return new OrderHistoryTable(jdbc, new OrderHistoryFold(json));
    }

    @Bean
    OrderStream orderStream(EventStore events) {
        return new OrderStream(events);
    }

    @Bean
    OrderLookup orderLookup(OrderViewTable views, OrderStream streams, Arrivals arrivals) {
        return new OrderLookup(views, streams, arrivals);
    }

    @Bean
    OrderHistories orderHistories(OrderHistoryTable table, OrderStream streams, OrderLookup orders) {
        return new OrderHistories(table, new OrderHistoryFold(json), streams, orders, json);
    }

    @Bean
    OrderList orderList(JdbcClient jdbc) {
        return new OrderList(jdbc);
    }

    @Bean
    OrderAudit orderAudit(OrderStream streams, OrderViewTable views, JdbcTemplate jdbc) {
        return new OrderAudit(streams, views, new OrderHistoryFold(json), jdbc);
    }
}
