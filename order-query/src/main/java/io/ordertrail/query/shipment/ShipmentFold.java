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
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentView.Tracked;
import io.ordertrail.api.shipment.ShipmentViewBuilder;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each event makes of the view of a shipment. */
final class ShipmentFold {

    static final StreamFold<ShipmentEvent, ShipmentView> STREAM =
            new StreamFold<>("shipment", ShipmentEvent.class, ShipmentView::version, ShipmentFold::fold);

    private static final Fold<ShipmentViewBuilder, ShipmentEvent> FOLD = Fold.<ShipmentViewBuilder, ShipmentEvent>over(
                    ShipmentEvent.class)
            .first(ShipmentCreated.class)
            .on(ShipmentPacked.class, (view, e) -> view.status(PACKED).packedAt(e.at()))
            .on(ShipmentDispatched.class, ShipmentFold::dispatched)
            .on(TrackingUpdated.class, ShipmentFold::tracked)
            .on(DeliveryAttemptFailed.class, ShipmentFold::failed)
            .on(ShipmentDelivered.class, (view, e) -> view.status(DELIVERED).deliveredAt(e.at()))
            .on(
                    ShipmentLost.class,
                    (view, e) -> view.status(LOST).endReason(e.reason()).endedAt(e.at()))
            .on(
                    ShipmentReturnedToSender.class,
                    (view, e) -> view.status(RETURNED_TO_SENDER)
                            .endReason(e.reason())
                            .endedAt(e.at()))
            .on(
                    ShipmentCancelled.class,
                    (view, e) -> view.status(CANCELLED).endReason(e.reason()).endedAt(e.at()))
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
        return FOLD.next(ShipmentViewBuilder.builder(view), event)
                .version(recorded.version())
                .updatedAt(recorded.recordedAt())
                .build();
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

    private static ShipmentViewBuilder dispatched(ShipmentViewBuilder view, ShipmentDispatched event) {
        return view.status(DISPATCHED)
                .carrier(event.carrier())
                .trackingNumber(event.trackingNumber())
                .dispatchedAt(event.at());
    }

    private static ShipmentViewBuilder tracked(ShipmentViewBuilder view, TrackingUpdated event) {
        return view.tracking(and(view.tracking(), new Tracked(event.status(), event.location(), event.at())));
    }

    private static ShipmentViewBuilder failed(ShipmentViewBuilder view, DeliveryAttemptFailed event) {
        return view.attempts(and(view.attempts(), new FailedAttempt(event.reason(), event.at())));
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
