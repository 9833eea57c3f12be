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
import io.ordertrail.model.kernel.Fold;
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

    private static final Fold<Change, ShipmentEvent> FOLD = Fold.<Change, ShipmentEvent>over(ShipmentEvent.class)
            .first(ShipmentCreated.class)
            .on(ShipmentPacked.class, Change::packed)
            .on(ShipmentDispatched.class, Change::dispatched)
            .on(TrackingUpdated.class, Change::tracked)
            .on(DeliveryAttemptFailed.class, Change::failed)
            .on(ShipmentDelivered.class, Change::delivered)
            .on(ShipmentLost.class, (change, e) -> change.ended(LOST, e.note()))
            .on(ShipmentReturnedToSender.class, (change, e) -> change.ended(RETURNED_TO_SENDER, e.reason()))
            .on(ShipmentCancelled.class, (change, e) -> change.ended(CANCELLED, e.reason()))
            .complete();

    private ShipmentFold() {}

    static ShipmentView fold(@Nullable ShipmentView view, Recorded<ShipmentEvent> recorded) {
        ShipmentEvent event = recorded.event();
        if (event instanceof ShipmentCreated created) {
            return created(created, recorded);
        }
        if (view == null) {
            throw new IllegalStateException("The first event of a shipment is its creation, not " + event);
        }
        return FOLD.next(new Change(view, recorded), event).view;
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

        Change packed(ShipmentPacked event) {
            return to(PACKED, event.at(), view.dispatchedAt(), view.deliveredAt());
        }

        Change delivered(ShipmentDelivered event) {
            return to(DELIVERED, view.packedAt(), view.dispatchedAt(), event.at());
        }

        Change tracked(TrackingUpdated event) {
            return seen(
                    and(view.tracking(), new Tracked(event.status(), event.location(), event.at())), view.attempts());
        }

        Change failed(DeliveryAttemptFailed event) {
            return seen(view.tracking(), and(view.attempts(), new FailedAttempt(event.reason(), event.at())));
        }

        Change to(
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

        Change dispatched(ShipmentDispatched event) {
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

        Change seen(List<Tracked> tracking, List<FailedAttempt> attempts) {
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

        Change ended(ShipmentStatus status, @Nullable String reason) {
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

        private Change with(
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
            return new Change(
                    new ShipmentView(
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
                            recorded.recordedAt()),
                    recorded);
        }
    }
}
