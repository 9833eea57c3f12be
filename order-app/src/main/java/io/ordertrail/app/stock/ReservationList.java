package io.ordertrail.app.stock;

import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of reservations as the answer shows it. */
record ReservationList(List<ReservationPage.Reservation> items, Cursors page) {

    static ReservationList of(ReservationPage page, int limit) {
        return new ReservationList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
