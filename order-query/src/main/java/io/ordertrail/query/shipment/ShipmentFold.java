package io.ordertrail.query.shipment;

import static io.ordertrail.api.shipment.ShipmentStatus.APPROVED;
import static io.ordertrail.api.shipment.ShipmentStatus.CANCELLED;
import static io.ordertrail.api.shipment.ShipmentStatus.DELIVERED;
import static io.ordertrail.api.shipment.ShipmentStatus.DISPATCHED;
import static io.ordertrail.api.shipment.ShipmentStatus.LOST;
import static io.ordertrail.api.shipment.ShipmentStatus.PACKED;
import static io.ordertrail.api.shipment.ShipmentStatus.RETURNED_TO_SENDER;

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
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentView.Tracked;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each event makes of the view of a shipment. */
final class ShipmentFold {

    static final StreamFold<ShipmentEvent, ShipmentView> FEED =
            new StreamFold<>("shipment", ShipmentEvent.class, ShipmentView::version, ShipmentFold::fold);

    private ShipmentFold() {}

    static ShipmentView fold(@Nullable ShipmentView view, Recorded<ShipmentEvent> recorded) {
        ShipmentEvent event = recorded.event();
        if (event instanceof ShipmentCreated created) {
            return created(created, recorded);
        }
        if (view == null) {
            throw new IllegalStateException("The first event of a shipment is its creation, not " + event);
        }
        Change change = new Change(view, recorded);
        if (event instanceof ShipmentPacked) {
            return change.to(PACKED, event.at(), view.dispatchedAt(), view.deliveredAt());
        }
        if (event instanceof ShipmentDispatched dispatched) {
            return change.dispatched(dispatched);
        }
        if (event instanceof TrackingUpdated tracked) {
            return change.seen(
                    and(view.tracking(), new Tracked(tracked.status(), tracked.location(), tracked.at())),
                    view.attempts());
        }
        if (event instanceof DeliveryAttemptFailed failed) {
            return change.seen(view.tracking(), and(view.attempts(), new FailedAttempt(failed.reason(), failed.at())));
        }
        if (event instanceof ShipmentDelivered) {
            return change.to(DELIVERED, view.packedAt(), view.dispatchedAt(), event.at());
        }
        if (event instanceof ShipmentLost lost) {
            return change.ended(LOST, lost.note());
        }
        if (event instanceof ShipmentReturnedToSender returned) {
            return change.ended(RETURNED_TO_SENDER, returned.reason());
        }
        if (event instanceof ShipmentCancelled cancelled) {
            return change.ended(CANCELLED, cancelled.reason());
        }
        throw new IllegalArgumentException("A shipment cannot process " + event);
    }

    private static ShipmentView created(ShipmentCreated event, Recorded<ShipmentEvent> recorded) {
        return new ShipmentView(
                event.shipmentId(),
                event.orderId(),
                recorded.version(),
                APPROVED,
                event.lines(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                event.at(),
                null,
                null,
                null,
                null,
                recorded.recordedAt());
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** The view with one more event in it. */
    private record Change(ShipmentView view, Recorded<ShipmentEvent> recorded) {

        ShipmentView to(
                ShipmentStatus status,
                @Nullable Instant packedAt,
                @Nullable Instant dispatchedAt,
                @Nullable Instant deliveredAt) {
            return with(
                    status,
                    view.carrier(),
                    view.trackingNumber(),
                    view.tracking(),
                    view.attempts(),
                    null,
                    packedAt,
                    dispatchedAt,
                    deliveredAt,
                    null);
        }

        ShipmentView dispatched(ShipmentDispatched event) {
            return with(
                    DISPATCHED,
                    event.carrier(),
                    event.trackingNumber(),
                    view.tracking(),
                    view.attempts(),
                    null,
                    view.packedAt(),
                    event.at(),
                    null,
                    null);
        }

        ShipmentView seen(List<Tracked> tracking, List<FailedAttempt> attempts) {
            return with(
                    view.status(),
                    view.carrier(),
                    view.trackingNumber(),
                    tracking,
                    attempts,
                    null,
                    view.packedAt(),
                    view.dispatchedAt(),
                    null,
                    null);
        }

        ShipmentView ended(ShipmentStatus status, @Nullable String reason) {
            return with(
                    status,
                    view.carrier(),
                    view.trackingNumber(),
                    view.tracking(),
                    view.attempts(),
                    reason,
                    view.packedAt(),
                    view.dispatchedAt(),
                    null,
                    recorded.event().at());
        }

        private ShipmentView with(
                ShipmentStatus status,
                @Nullable String carrier,
                @Nullable String trackingNumber,
                List<Tracked> tracking,
                List<FailedAttempt> attempts,
                @Nullable String endReason,
                @Nullable Instant packedAt,
                @Nullable Instant dispatchedAt,
                @Nullable Instant deliveredAt,
                @Nullable Instant endedAt) {
            return new ShipmentView(
                    view.id(),
                    view.orderId(),
                    recorded.version(),
                    status,
                    view.lines(),
                    carrier,
                    trackingNumber,
                    tracking,
                    attempts,
                    endReason,
                    view.approvedAt(),
                    packedAt,
                    dispatchedAt,
                    deliveredAt,
                    endedAt,
                    recorded.recordedAt());
        }
    }
}
