package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.OrderView.Return;
import io.ordertrail.api.order.OrderView.Shipment;
import io.ordertrail.api.order.OrderView.ShipmentStatus;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.query.order.FoldedOrder.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What each event means for what belongs to an order. */
final class PartsFold {

    private PartsFold() {}

    static Parts next(Parts parts, OrderEvent event) {
        Parts fitting = outdates(event) ? parts.withEdits(List.of()) : parts;
        if (event instanceof PaymentProcessed e) {
            return fitting.withPayments(and(
                    fitting.payments(),
                    new OrderView.Payment(e.paymentId(), e.kind(), e.method(), e.amount(), e.reference(), e.at())));
        }
        if (event instanceof RefundRecorded e) {
            return fitting.withRefunds(and(
                    fitting.refunds(),
                    new OrderView.Refund(e.refundId(), e.paymentId(), e.kind(), e.amount(), e.at())));
        }
        if (event instanceof ReturnRecorded e) {
            return fitting.withReturns(returned(fitting.returns(), e));
        }
        if (event instanceof OrderEditProposed e) {
            return fitting.withEdits(and(
                    fitting.edits(),
                    new OrderView.Edit(
                            e.editId(), e.lines(), e.totals(), e.difference(), e.stock(), e.reason(), e.at())));
        }
        if (event instanceof OrderProblemReported e) {
            return fitting.withProblems(
                    and(fitting.problems(), new OrderView.Problem(e.problemId(), e.code(), e.detail(), e.at())));
        }
        if (event instanceof OrderProblemResolved e) {
            return fitting.withProblems(fitting.problems().stream()
                    .filter(problem -> !problem.id().equals(e.problemId()))
                    .toList());
        }
        return fitting.withShipments(shipped(fitting.shipments(), event));
    }

    /** An edit is worked out for the goods as they are. */
    private static boolean outdates(OrderEvent event) {
        return event instanceof OrderEdited
                || event instanceof OrderLinesCancelled
                || event instanceof OrderCancelled
                || event instanceof ShipmentApproved
                || event instanceof ShipmentWithdrawn;
    }

    private static List<Shipment> shipped(List<Shipment> parcels, OrderEvent event) {
        if (event instanceof ShipmentApproved e) {
            return and(
                    parcels,
                    new Shipment(e.shipmentId(), ShipmentStatus.APPROVED, e.lines(), null, null, e.at(), null, null));
        }
        if (event instanceof OrderShipped e) {
            return change(parcels, Shipment::id, e.shipmentId(), parcel -> dispatched(parcel, e));
        }
        if (event instanceof OrderDelivered e) {
            return change(parcels, Shipment::id, e.shipmentId(), parcel -> delivered(parcel, e));
        }
        return event instanceof ShipmentWithdrawn e
                ? change(parcels, Shipment::id, e.shipmentId(), PartsFold::withdrawn)
                : parcels;
    }

    private static Shipment dispatched(Shipment parcel, OrderShipped shipped) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DISPATCHED,
                parcel.lines(),
                shipped.carrier(),
                shipped.trackingNumber(),
                parcel.approvedAt(),
                shipped.at(),
                null);
    }

    private static Shipment delivered(Shipment parcel, OrderDelivered delivered) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DELIVERED,
                parcel.lines(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.approvedAt(),
                parcel.dispatchedAt(),
                delivered.at());
    }

    private static Shipment withdrawn(Shipment parcel) {
        return new Shipment(
                parcel.id(), ShipmentStatus.WITHDRAWN, parcel.lines(), null, null, parcel.approvedAt(), null, null);
    }

    private static List<Return> returned(List<Return> returns, ReturnRecorded e) {
        if (e.stage() == ReturnStage.REQUESTED) {
            return and(
                    returns,
                    new Return(
                            e.returnId(), e.stage(), e.lines(), e.worth(), e.reason(), e.override(), e.at(), e.at()));
        }
        return change(
                returns,
                Return::id,
                e.returnId(),
                before -> new Return(
                        before.id(),
                        e.stage(),
                        before.lines(),
                        before.worth(),
                        before.reason(),
                        before.override(),
                        before.requestedAt(),
                        e.at()));
    }

    private static <T> List<T> change(List<T> some, Function<T, String> idOf, String id, UnaryOperator<T> step) {
        if (some.stream().noneMatch(one -> idOf.apply(one).equals(id))) {
            throw new IllegalStateException("There is no " + id);
        }
        return some.stream()
                .map(one -> idOf.apply(one).equals(id) ? step.apply(one) : one)
                .toList();
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
