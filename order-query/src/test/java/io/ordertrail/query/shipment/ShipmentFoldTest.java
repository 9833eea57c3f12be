package io.ordertrail.query.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.shipment.ShipmentEvent.DeliveryAttemptFailed;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCreated;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentEvent.TrackingUpdated;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentView.Tracked;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentFoldTest {

    private static final String ID = "shipment-1";
    private static final String ORDER = "order-1";
    private static final List<ShipmentLine> LINES = List.of(new ShipmentLine("1", "TEE-M", 2));
    private static final ShipmentCreated CREATED = new ShipmentCreated(ID, ORDER, LINES, at(0));
    private static final ShipmentDispatched LEFT = new ShipmentDispatched(ID, ORDER, LINES, "DHL", "JD-1", at(2));

    private static Instant at(int hour) {
        return Instant.parse("2026-11-22T00:00:00Z").plusSeconds(3600L * hour);
    }

    private static ShipmentView fold(ShipmentEvent... events) {
        ShipmentView view = null;
        for (int i = 0; i < events.length; i++) {
            view = ShipmentFold.STREAM.next(view, new Recorded<>(events[i], i, at(20 + i)));
        }
        return view;
    }

    @Test
    void a_parcel_shows_all_of_its_way() {
        ShipmentView view = fold(
                CREATED,
                new ShipmentPacked(ID, ORDER, at(1)),
                LEFT,
                new TrackingUpdated(ID, ORDER, "IN_TRANSIT", "Leipzig", at(3)),
                new DeliveryAttemptFailed(ID, ORDER, "Nobody at home", at(4)),
                new TrackingUpdated(ID, ORDER, "OUT_FOR_DELIVERY", null, at(5)),
                new ShipmentDelivered(ID, ORDER, at(6)));
        assertThat(view)
                .isEqualTo(new ShipmentView(
                        ID,
                        ORDER,
                        6,
                        ShipmentStatus.DELIVERED,
                        LINES,
                        "DHL",
                        "JD-1",
                        List.of(
                                new Tracked("IN_TRANSIT", "Leipzig", at(3)),
                                new Tracked("OUT_FOR_DELIVERY", null, at(5))),
                        List.of(new FailedAttempt("Nobody at home", at(4))),
                        null,
                        at(0),
                        at(1),
                        at(2),
                        at(6),
                        null,
                        at(26)));
    }

    @Test
    void what_is_only_approved_is_no_more_than_that() {
        ShipmentView view = fold(CREATED);
        assertThat(view.status()).isEqualTo(ShipmentStatus.APPROVED);
        assertThat(view.approvedAt()).isEqualTo(at(0));
        assertThat(view.packedAt()).isNull();
    }

    @Test
    void a_parcel_that_comes_to_another_end_tells_why_and_when() {
        ShipmentView lost = fold(CREATED, LEFT, new ShipmentLost(ID, ORDER, "Searched", at(3)));
        assertThat(lost.status()).isEqualTo(ShipmentStatus.LOST);
        assertThat(lost.endReason()).isEqualTo("Searched");
        assertThat(lost.endedAt()).isEqualTo(at(3));
        ShipmentView back = fold(CREATED, LEFT, new ShipmentReturnedToSender(ID, ORDER, "Unknown", at(3)));
        assertThat(back.status()).isEqualTo(ShipmentStatus.RETURNED_TO_SENDER);
        assertThat(back.endReason()).isEqualTo("Unknown");
        ShipmentView cancelled = fold(CREATED, new ShipmentCancelled(ID, ORDER, "Torn", at(1)));
        assertThat(cancelled.status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(cancelled.endReason()).isEqualTo("Torn");
    }

    @Test
    void nothing_happens_to_a_shipment_before_it_was_created() {
        assertThatThrownBy(() -> fold(LEFT)).isInstanceOf(IllegalStateException.class);
    }
}
