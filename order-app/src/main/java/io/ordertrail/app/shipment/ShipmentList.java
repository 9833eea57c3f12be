package io.ordertrail.app.shipment;

import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of shipments as the answer shows it. */
record ShipmentList(List<ShipmentView> items, Cursors page) {

    static ShipmentList of(ShipmentPage page, int limit) {
        return new ShipmentList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
