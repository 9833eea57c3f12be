package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderRefusal.OrderNotFound;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the read side of orders. */
@Configuration(proxyBeanMethods = false)
public class OrderReadConfiguration {

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
    AggregateStream<FoldedOrder> orderStream(EventStore events) {
        return new AggregateStream<>(events, OrderStream.FEED);
    }

    @Bean
    Lookup<FoldedOrder> foldedOrders(OrderViewTable views, AggregateStream<FoldedOrder> streams) {
        return new Lookup<>(views, streams, OrderNotFound::new);
    }

    @Bean
    OrderLookup orderLookup(OrderViewTable views, Lookup<FoldedOrder> orders, Completeness completeness) {
        return new OrderLookup(views, orders, completeness);
    }

    @Bean
    OrderHistories orderHistories(
            OrderHistoryTable table, AggregateStream<FoldedOrder> streams, Lookup<FoldedOrder> orders) {
        return new OrderHistories(table, new OrderHistoryFold(json), streams, orders, json);
    }

    @Bean
    OrderList orderList(JdbcClient jdbc, Completeness completeness, Clock clock) {
        return new OrderList(jdbc, new ListFilter(jdbc, ListFilter.FEW), completeness, clock);
    }

    @Bean
    OrderExport orderExport(
            OrderList list,
            OrderViewTable views,
            AggregateStream<FoldedOrder> streams,
            Positions positions,
            Clock clock) {
        return new OrderExport(list, views, streams, positions, clock);
    }

    @Bean
    OrderAudit orderAudit(AggregateStream<FoldedOrder> streams, OrderViewTable views, JdbcTemplate jdbc) {
        return new OrderAudit(streams, views, new OrderHistoryFold(json), jdbc);
    }
}
