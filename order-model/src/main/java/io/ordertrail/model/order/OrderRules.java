package io.ordertrail.model.order;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDelivered;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyWithdrawn;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotUndelivered;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownLine;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The rules of an order that look into its parts; those on the order as a whole are {@link OrderFacts}'. */
public record OrderRules(OrderState state) {

    /** @throws Refused where the order as a whole forbids {@code action} */
    public OrderRules allow(OrderAction action) {
        state.facts().refusalOf(action).ifPresent(OrderRules::refuse);
        return this;
    }

    public void newPayment(String paymentId) {
        if (state.facts().funds().payments().containsKey(paymentId)) {
            throw taken("/paymentId", paymentId);
        }
    }

    /**
     * Rules P1 to P3: a payment of this order of which {@code action} may be asked at the moment, if not of any amount.
     */
    public PaymentSums payment(String paymentId, PaymentAction action) {
        Funds funds = state.facts().funds();
        funds.refusalOf(action, paymentId).ifPresent(OrderRules::refuse);
        return funds.of(paymentId);
    }

    public void newReturn(String returnId) {
        if (state.facts().returns().containsKey(returnId)) {
            throw taken("/returnId", returnId);
        }
    }

    public void newEdit(String editId) {
        if (state.edits().containsKey(editId)) {
            throw taken("/editId", editId);
        }
    }

    public void newShipment(String shipmentId) {
        if (state.parcels().containsKey(shipmentId)) {
            throw taken("/shipmentId", shipmentId);
        }
    }

    /** Rule O4: goods may go on account, but not by themselves. */
    public void unpaidInvoiceShipsByTheShop(Caller caller) {
        OrderFacts facts = state.facts();
        if (facts.terms() == PaymentTerms.INVOICE
                && !facts.waived()
                && facts.funds().due().isPositive()) {
            caller.mustBeOfTheShop();
        }
    }

    /** Rule O3: {@code asked}, or all that is left where nothing is named, if the lines have so many units open. */
    public List<LineQuantity> withinOpen(List<LineQuantity> asked) {
        return within(asked, Quantities::open);
    }

    /** The same of units that are there. */
    public List<LineQuantity> withinReady(List<LineQuantity> asked) {
        return within(asked, Quantities::ready);
    }

    /** Rule R1: {@code asked}, if so many units of the lines have left and were not asked back before. */
    public List<LineQuantity> withinReturnable(List<LineQuantity> asked) {
        return within(asked, Quantities::returnable);
    }

    private List<LineQuantity> within(List<LineQuantity> asked, ToLongFunction<Quantities> left) {
        Map<String, Quantities> lines = state.facts().lines();
        if (asked.isEmpty()) {
            return lines.entrySet().stream()
                    .filter(line -> left.applyAsLong(line.getValue()) > 0)
                    .map(line -> new LineQuantity(line.getKey(), Math.toIntExact(left.applyAsLong(line.getValue()))))
                    .toList();
        }
        for (LineQuantity part : asked) {
            Quantities units = lines.get(part.lineId());
            if (units == null) {
                throw new Refused(new UnknownLine(part.lineId()));
            }
            if (part.quantity() > left.applyAsLong(units)) {
                throw new Refused(new TooMany(part.lineId(), part.quantity(), left.applyAsLong(units)));
            }
        }
        return List.copyOf(asked);
    }

    public OrderShipmentView undispatched(String shipmentId) {
        OrderShipmentView parcel = parcel(shipmentId);
        if (parcel.dispatchedAt() != null) {
            throw new Refused(new ShipmentAlreadyDispatched(shipmentId));
        }
        return parcel;
    }

    public OrderShipmentView underWay(String shipmentId) {
        OrderShipmentView parcel = parcel(shipmentId);
        if (parcel.dispatchedAt() == null) {
            throw new Refused(new ShipmentNotDispatched(shipmentId));
        }
        if (parcel.status() != OrderShipmentStatus.DISPATCHED) {
            throw new Refused(new ShipmentAlreadyDelivered(shipmentId));
        }
        return parcel;
    }

    /**
     * One that was lost or came back, of which nobody said yet what becomes of its goods, and whose goods are not asked
     * back.
     */
    public OrderShipmentView undelivered(String shipmentId) {
        OrderShipmentView parcel = parcel(shipmentId);
        if (parcel.status() != OrderShipmentStatus.LOST && parcel.status() != OrderShipmentStatus.RETURNED_TO_SENDER) {
            throw new Refused(new ShipmentNotUndelivered(shipmentId));
        }
        within(parcel.lines(), Quantities::returnable);
        return parcel;
    }

    private OrderShipmentView parcel(String shipmentId) {
        OrderShipmentView parcel = state.parcels().get(shipmentId);
        if (parcel == null) {
            throw new Refused(new ShipmentNotFound(shipmentId));
        }
        if (parcel.status() == OrderShipmentStatus.WITHDRAWN) {
            throw new Refused(new ShipmentAlreadyWithdrawn(shipmentId));
        }
        return parcel;
    }

    private static void refuse(Refusal refusal) {
        throw new Refused(refusal);
    }

    private static Refused taken(String pointer, String id) {
        return new Refused(new InvalidRequest(
                List.of(new Refusal.Fault(pointer, FaultCode.TAKEN, "Another request already recorded " + id + "."))));
    }
}
