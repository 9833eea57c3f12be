package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.order.list.OrderList;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Owners;
import io.ordertrail.query.verification.EventScan;
import io.ordertrail.query.verification.InvariantCheck;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of orders, besides those of the list and the histories. */
@Configuration(proxyBeanMethods = false)
public class OrderReadConfiguration {

    private static final TableShape<FoldedOrder> SHAPE = new TableShape<>(
            "order-view",
            "order_view",
            "order_id",
            FoldedOrder.class,
            FoldedOrder::orderId,
            List.of(
                    Column.text("number", order -> order.placed().number()),
                    Column.time("updated_at", FoldedOrder::updatedAt)));

    @Bean
    StateTable<FoldedOrder> orderViewTable(ViewSql views) {
        return new StateTable<>(views, SHAPE, OrderFold.STREAM);
    }

    @Bean
    AggregateStream<FoldedOrder> orderStream(EventStore events) {
        return new AggregateStream<>(events, OrderFold.STREAM);
    }

    @Bean
    OrderLookup orderLookup(
            StateTable<FoldedOrder> views,
            OrderList list,
            AggregateStream<FoldedOrder> streams,
            EventStore events,
            Completeness completeness) {
        Lookup<FoldedOrder> orders = new Lookup<>(views, streams, new Owners(events)::ofOrder, OrderNotFound::new);
        return new OrderLookup(views, list, orders, completeness, events);
    }

    @Bean
    OrderExport orderExport(
            OrderList list,
            StateTable<FoldedOrder> views,
            AggregateStream<FoldedOrder> streams,
            Positions positions,
            Clock clock) {
        return new OrderExport(list, views, streams, positions, clock);
    }

    @Bean
    InvariantCheck orderTotals(
            EventScan events,
            Positions positions,
            StateTable<FoldedOrder> views,
            StateTable<ListedOrder> list,
            Snapshot snapshot) {
        return new OrderTotalsCheck(events, positions, views, list, snapshot);
    }
}
