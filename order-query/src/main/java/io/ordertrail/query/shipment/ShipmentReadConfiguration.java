package io.ordertrail.query.shipment;

import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of shipments. */
@Configuration(proxyBeanMethods = false)
public class ShipmentReadConfiguration {

    private static final TableShape<ShipmentView> TABLE = new TableShape<ShipmentView>(
                    "shipment-view",
                    "shipment_view",
                    "shipment_id",
                    ShipmentView.class,
                    ShipmentView::id,
                    List.of(
                            Column.text("order_id", ShipmentView::orderId),
                            Column.flag("to_ship", ShipmentReadConfiguration::isToShip),
                            Column.time("approved_at", ShipmentView::approvedAt)))
            .erasedBy(RowErasure.OF_ORDER);

    @Bean
    StateTable<ShipmentView> shipmentView(ViewSql views) {
        return new StateTable<>(views, TABLE, ShipmentFold.STREAM);
    }

    @Bean
    ShipmentLookup shipmentLookup(StateTable<ShipmentView> shipmentView, EventStore events, Completeness completeness) {
        AggregateStream<ShipmentView> streams = new AggregateStream<>(events, ShipmentFold.STREAM);
        return new ShipmentLookup(
                shipmentView,
                new Lookup<>(shipmentView, streams, new Owners(events)::ofPart, ShipmentNotFound::new),
                completeness);
    }

    private static boolean isToShip(ShipmentView shipment) {
        return shipment.status() == ShipmentStatus.APPROVED || shipment.status() == ShipmentStatus.PACKED;
    }
}
