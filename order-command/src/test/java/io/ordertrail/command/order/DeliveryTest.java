package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDelivered;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.command.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest extends OrderScenario {

    private static final LineQuantity TEES = units("1", 3);
    private static final LineQuantity CAPS = units("2", 2);

    private Scenario.Given<Order> confirmedAnd(OrderEvent... more) {
        return given(Stream.concat(Stream.of(created(), captured(TOTAL), confirmed()), Stream.of(more))
                .toArray(OrderEvent[]::new));
    }

    @Test
    void an_approved_shipment_is_dispatched_with_what_was_approved() {
        confirmedAnd(approved(1, TEES), approved(2, CAPS))
                .by("SERVICE")
                .when(dispatch(2))
                .then(new OrderShipped(ORDER, shipment(2), List.of(CAPS), "DHL", "JD-1", NOW))
                .answer(Receipt.of(ORDER, 5));
    }

    @Test
    void a_shipment_is_dispatched_once() {
        confirmedAnd(approved(1, TEES), approved(2, CAPS), shipped(1, TEES))
                .by("SERVICE")
                .when(dispatch(1))
                .refused(new ShipmentAlreadyDispatched(shipment(1)));
    }

    @Test
    void nothing_is_dispatched_that_was_not_approved() {
        confirmedAnd().by("SERVICE").when(dispatch(1)).refused(new ShipmentNotFound(shipment(1)));
    }

    @Test
    void a_dispatch_is_taken_in_whatever_another_nodes_clock_says() {
        confirmedAnd(approved(1, TEES), approved(2, CAPS))
                .by("SERVICE")
                .when(dispatch(1, NOW.plusSeconds(1)))
                .then(new OrderShipped(ORDER, shipment(1), List.of(TEES), "DHL", "JD-1", NOW));
        confirmedAnd(approved(1, TEES), approved(2, CAPS))
                .by("SERVICE")
                .when(dispatch(1, PLACED.minusSeconds(1)))
                .then(new OrderShipped(ORDER, shipment(1), List.of(TEES), "DHL", "JD-1", PLACED));
    }

    @Test
    void a_tracking_number_is_short() {
        confirmedAnd(approved(1, TEES))
                .by("SERVICE")
                .when(new RecordShipped(ORDER, shipment(1), "DHL", "x".repeat(101), null))
                .faulty("/trackingNumber TOO_LONG");
    }

    @Test
    void a_shipment_is_delivered() {
        confirmedAnd(approved(1, TEES), shipped(1, TEES))
                .by("SERVICE")
                .when(deliver(1))
                .then(new OrderDelivered(ORDER, shipment(1), List.of(TEES), NOW));
    }

    @Test
    void the_last_delivery_completes_the_order() {
        confirmedAnd(approved(1, TEES), approved(2, CAPS), shipped(1, TEES), shipped(2, CAPS), delivered(1, TEES))
                .by("SERVICE")
                .when(deliver(2))
                .then(new OrderDelivered(ORDER, shipment(2), List.of(CAPS), NOW), new OrderCompleted(ORDER, NOW))
                .answer(Receipt.of(ORDER, 9));
    }

    @Test
    void what_was_cancelled_is_not_waited_for() {
        confirmedAnd(approved(1, TEES), linesCancelled("2", 2, "14.00"), refundDue("14.00", LATER), shipped(1, TEES))
                .by("SERVICE")
                .when(deliver(1))
                .then(new OrderDelivered(ORDER, shipment(1), List.of(TEES), NOW), new OrderCompleted(ORDER, NOW));
    }

    @Test
    void an_order_is_complete_when_its_latest_delivery_was_made_not_when_it_was_entered() {
        confirmedAnd(
                        approved(1, TEES),
                        approved(2, CAPS),
                        shipped(1, TEES),
                        shipped(2, CAPS),
                        new OrderDelivered(ORDER, shipment(1), List.of(TEES), NOW))
                .by("SERVICE")
                .when(deliver(2, LATER))
                .then(new OrderDelivered(ORDER, shipment(2), List.of(CAPS), LATER), new OrderCompleted(ORDER, NOW));
    }

    @Test
    void a_shipment_is_delivered_once() {
        confirmedAnd(approved(1, TEES), shipped(1, TEES), delivered(1, TEES))
                .by("SERVICE")
                .when(deliver(1))
                .refused(new ShipmentAlreadyDelivered(shipment(1)));
    }

    @Test
    void nothing_is_delivered_that_has_not_left() {
        confirmedAnd(approved(1, TEES)).by("SERVICE").when(deliver(1)).refused(new ShipmentNotDispatched(shipment(1)));
    }

    @Test
    void an_unknown_shipment_is_not_delivered() {
        confirmedAnd().by("SERVICE").when(deliver(1)).refused(new ShipmentNotFound(shipment(1)));
    }
}
