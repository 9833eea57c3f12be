package io.ordertrail.query.shipment;

import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipments;
import io.ordertrail.api.shipment.ShipmentQuery.ListShipments;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentViewBuilder;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about a shipment, now and earlier, and lists of shipments. */
final class ShipmentLookup {

    private static final SortOrder<ShipmentView> OLDEST_FIRST = new SortOrder<>(
            "shipments",
            "approved_at",
            SortOrder.Kind.TIME,
            ShipmentView::approvedAt,
            "shipment_id",
            ShipmentView::id,
            false);

    private final StateTable<ShipmentView> table;
    private final Completeness completeness;
    private final Lookup<ShipmentView> shipments;

    ShipmentLookup(StateTable<ShipmentView> table, Lookup<ShipmentView> shipments, Completeness completeness) {
        this.completeness = completeness;
        this.table = table;
        this.shipments = shipments;
    }

    @QueryHandler
    ShipmentView get(GetShipment query) {
        return shown(shipments.get(query.shipmentId(), query.minVersion()));
    }

    @QueryHandler
    ShipmentView get(GetShipmentAsOf query) {
        return shown(shipments.at(query.shipmentId(), query.moment()));
    }

    @QueryHandler
    ShipmentPage get(GetShipments query) {
        List<ShipmentView> found =
                shipments.complete(query.shipmentIds(), table.byIds(query.shipmentIds())).values().stream()
                        .sorted(Comparator.comparing(ShipmentView::approvedAt).thenComparing(ShipmentView::id))
                        .map(ShipmentLookup::shown)
                        .toList();
        return new ShipmentPage(found, null, null, null, 0);
    }

    /** Why it ended, and why it could not be delivered, the shop said for itself. */
    private static ShipmentView shown(ShipmentView parcel) {
        return Ownership.only().isEmpty()
                ? parcel
                : ShipmentViewBuilder.builder(parcel)
                        .endReason(null)
                        .attempts(parcel.attempts().stream()
                                .map(attempt -> new FailedAttempt(null, attempt.at()))
                                .toList())
                        .build();
    }

    @QueryHandler
    ShipmentPage list(ListShipments query) {
        Conditions filter = new Conditions().text("order_id = ?", "orderId", query.orderId());
        if (query.open()) {
            filter.and("to_ship = ?", true);
        }
        Page<ShipmentView> page = completeness.whole(
                table.name(),
                () -> PageReader.page(table::findEach, filter, OLDEST_FIRST, query.after(), query.limit()));
        return new ShipmentPage(page.rows(), page.next(), page.previous(), page.end(), page.unreadable());
    }
}
