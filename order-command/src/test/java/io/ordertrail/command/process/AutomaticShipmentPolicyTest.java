package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.command.process.FulfilmentSettings.Shipments;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where shipments are asked for by the service itself. */
class AutomaticShipmentPolicyTest extends PolicyScenario {

    private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ORDER, null, AT);
    private static final Totals TOTALS =
            new Totals(eur("40.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur("40.00"));

    AutomaticShipmentPolicyTest() {
        super("automatic-shipment", new AutomaticShipmentPolicy(settings(Shipments.AUTOMATIC)));
    }

    static FulfilmentSettings settings(Shipments shipments) {
        return new FulfilmentSettings(shipments);
    }

    private static PaymentProcessed paid(PaymentKind kind) {
        return new PaymentProcessed(ORDER, PAYMENT, null, kind, "SANDBOX", eur("40.00"), null, null, null, AT);
    }

    private static StockAnswered answered(long reserved) {
        return new StockAnswered(ORDER, "1", 1, 3, reserved, 0, 0, 0, AT);
    }

    private static ShipmentResolved resolved(boolean sendAgain) {
        return new ShipmentResolved(ORDER, SHIPMENT, false, sendAgain, List.of(), List.of(), eur("0.00"), null, AT);
    }

    static Stream<OrderEvent> whatMayLetGoodsLeave() {
        return Stream.of(
                CONFIRMED,
                new OrderReleased(ORDER, null, AT),
                new OrderEdited(ORDER, "edit-1", List.of(), null, TOTALS, eur("0.00"), List.of(), AT),
                new OrderLinesCancelled(
                        ORDER,
                        List.of(new CancelledLine("1", 1, eur("5.00"))),
                        eur("5.00"),
                        CancellationReason.CUSTOMER,
                        null,
                        AT),
                answered(1),
                paid(PaymentKind.AUTHORIZED),
                paid(PaymentKind.CAPTURED),
                new PaymentWaived(ORDER, "An old friend", AT),
                new DebtSettled(ORDER, "due", DebtSettlement.WRITTEN_OFF, null, eur("1.00"), null, "An old friend", AT),
                new ChargebackReversed(ORDER, PAYMENT, "r-1", eur("40.00"), AT),
                resolved(true));
    }

    @ParameterizedTest
    @MethodSource("whatMayLetGoodsLeave")
    void all_that_is_ready_leaves_once_what_held_it_up_may_be_over(OrderEvent event) {
        String shipmentId = OrderId.shipment(ORDER, "automatic-shipment:" + VERSION);
        when(event)
                .sends("approve-shipment", "", VERSION, new ApproveShipment(ORDER, shipmentId, List.of(), null))
                .andNoMore();
    }

    @Test
    void what_lets_nothing_more_leave_asks_for_nothing() {
        when(answered(0)).andNoMore();
        when(paid(PaymentKind.DECLINED)).andNoMore();
        when(paid(PaymentKind.RELEASED)).andNoMore();
        when(resolved(false)).andNoMore();
    }

    @Test
    void what_somebody_unpacked_is_not_packed_again_by_itself() {
        when(new ShipmentWithdrawn(ORDER, SHIPMENT, List.of(), AT)).andNoMore();
    }
}
