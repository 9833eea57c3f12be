package io.ordertrail.query.order.list;

import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.AggregateStream;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The beans of the list of orders. */
@Configuration(proxyBeanMethods = false)
public class OrderListConfiguration {

    @Bean
    StateTable<ListedOrder> orderListTable(ViewSql views) {
        return new StateTable<>(views, OrderListTable.SHAPE, OrderListFold.STREAM);
    }

    @Bean
    PastOrderList pastOrderList(OrderList list, EventStore events) {
        return new PastOrderList(list, new AggregateStream<>(events, OrderListFold.STREAM), PastOrderList.MOST_CHANGED);
    }

    @Bean
    OrderList orderList(ViewSql views, JdbcTemplate template, Completeness completeness, Clock clock) {
        return new OrderList(
                views, new ListFilter(views, ListFilter.FEW), KnownOrders.of(template), completeness, clock);
    }
}
