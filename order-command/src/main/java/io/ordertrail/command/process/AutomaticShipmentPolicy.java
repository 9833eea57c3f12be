package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Where the service itself asks for shipments: after whatever may have held goods up is over, all that is ready is to
 * leave. What is ready the order knows. It refuses a shipment of nothing, which does no harm.
 */
final class AutomaticShipmentPolicy {

    static final String NAME = "automatic-shipment";

    private static final Set<Class<? extends OrderEvent>> ALWAYS = Set.of(
            OrderConfirmed.class,
            OrderReleased.class,
            OrderEdited.class,
            OrderLinesCancelled.class,
            PaymentWaived.class,
            DebtSettled.class,
            ChargebackReversed.class);

    private final FulfilmentSettings settings;

    AutomaticShipmentPolicy(FulfilmentSettings settings) {
        this.settings = settings;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, StepOutbox steps) {
        if (settings.shipments() == FulfilmentSettings.Shipments.AUTOMATIC && mayHaveEndedAWait(event)) {
            steps.send(
                    StepId.of(NAME, event.orderId(), "approve-shipment", "", version),
                    new ApproveShipment(
                            event.orderId(), OrderId.shipment(event.orderId(), NAME + ":" + version), List.of(), null));
        }
    }

    private static boolean mayHaveEndedAWait(OrderEvent event) {
        if (event instanceof StockAnswered stock) {
            return stock.reserved() > 0;
        }
        if (event instanceof PaymentProcessed money) {
            return money.kind() == PaymentKind.AUTHORIZED || money.kind() == PaymentKind.CAPTURED;
        }
        return event instanceof ShipmentResolved parcel ? parcel.sendAgain() : ALWAYS.contains(event.getClass());
    }
}
