package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A parcel of two tees, which are kept as stock, and a cap, which is not. */
class ShipmentPolicyTest extends PolicyScenario {

    private static final List<ShipmentLine> CONTENTS =
            List.of(new ShipmentLine("1", "TEE-M", 2), new ShipmentLine("2", "CAP", 1));
    private static final ShipmentDispatched DISPATCHED =
            new ShipmentDispatched(SHIPMENT, ORDER, CONTENTS, "DHL", "JD-1", AT);

    ShipmentPolicyTest() {
        super("shipment", new ShipmentPolicy(PolicyScenario::tracked));
    }

    @Test
    void what_the_order_approves_becomes_a_shipment_that_names_the_goods() {
        when(new ShipmentApproved(
                        ORDER,
                        SHIPMENT,
                        List.of(new LineQuantity("1", 2), new LineQuantity("2", 1)),
                        List.of("TEE-M", "CAP"),
                        AT))
                .insists("create-shipment", SHIPMENT, 0, new CreateShipment(SHIPMENT, ORDER, CONTENTS, AT))
                .andNoMore();
    }

    @Test
    void S5_of_a_dispatch_the_order_hears_and_the_stock_of_what_is_tracked() {
        when(DISPATCHED)
                .insists("record-shipped", SHIPMENT, 0, new RecordShipped(ORDER, SHIPMENT, "DHL", "JD-1", AT))
                .insists(
                        "dispatch-stock",
                        SHIPMENT + ":1",
                        0,
                        new DispatchStock("stock-TEE-M", ORDER, "1", SHIPMENT, 2, AT))
                .andNoMore();
    }

    @Test
    void the_order_hears_of_a_delivery() {
        when(new ShipmentDelivered(SHIPMENT, ORDER, AT))
                .insists("record-delivered", SHIPMENT, 0, new RecordDelivered(ORDER, SHIPMENT, AT))
                .andNoMore();
    }

    @Test
    void what_does_not_leave_may_be_approved_again() {
        when(new ShipmentCancelled(SHIPMENT, ORDER, "Too heavy", AT))
                .insists("withdraw-shipment", SHIPMENT, 0, new WithdrawShipment(ORDER, SHIPMENT, AT))
                .andNoMore();
    }

    @Test
    void W7_a_parcel_that_is_lost_or_came_back_did_not_arrive() {
        when(new ShipmentLost(SHIPMENT, ORDER, "No trace", AT))
                .insists(
                        "record-undelivered",
                        SHIPMENT,
                        0,
                        new RecordUndelivered(ORDER, SHIPMENT, false, "No trace", AT))
                .andNoMore();
        when(new ShipmentReturnedToSender(SHIPMENT, ORDER, "Moved", AT))
                .insists("record-undelivered", SHIPMENT, 0, new RecordUndelivered(ORDER, SHIPMENT, true, "Moved", AT))
                .andNoMore();
    }

    private static ShipmentResolved resolved(boolean returned, boolean sendAgain) {
        return new ShipmentResolved(
                ORDER,
                SHIPMENT,
                returned,
                sendAgain,
                List.of(new CancelledLine("1", 2, eur("0.00")), new CancelledLine("2", 1, eur("0.00"))),
                List.of("TEE-M", "CAP"),
                eur("0.00"),
                null,
                AT);
    }

    @Test
    void goods_that_came_back_to_the_sender_are_in_stock_again_whether_they_are_sent_once_more_or_not() {
        for (boolean sendAgain : new boolean[] {true, false}) {
            when(resolved(true, sendAgain))
                    .insists(
                            "return-stock",
                            SHIPMENT + ":1",
                            0,
                            new ReturnStock("stock-TEE-M", ORDER, "1", SHIPMENT, 2, AT))
                    .andNoMore();
        }
    }

    @Test
    void goods_that_are_lost_are_not() {
        when(resolved(false, true)).andNoMore();
    }
}
