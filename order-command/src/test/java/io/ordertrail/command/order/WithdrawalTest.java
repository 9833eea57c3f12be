package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyWithdrawn;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.command.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithdrawalTest extends OrderScenario {

    private static final LineQuantity TEES = units("1", 3);

    private Scenario.Given<Order> approvedAnd(OrderEvent... more) {
        return given(
                Stream.concat(Stream.of(created(), captured(TOTAL), confirmed(), approved(1, TEES)), Stream.of(more))
                        .toArray(OrderEvent[]::new));
    }

    @Test
    void a_parcel_that_is_not_sent_gives_its_units_back() {
        approvedAnd()
                .by("SERVICE")
                .when(withdraw(1))
                .then(new ShipmentWithdrawn(ORDER, shipment(1), List.of(TEES), NOW));
        approvedAnd(withdrawn(1, TEES)).when(approve(2, TEES)).then(approved(2, NOW, TEES));
    }

    @Test
    void O5_a_parcel_that_left_is_not_withdrawn() {
        approvedAnd(shipped(1, TEES))
                .by("SERVICE")
                .when(withdraw(1))
                .refused(new ShipmentAlreadyDispatched(shipment(1)));
    }

    @Test
    void a_parcel_is_withdrawn_once_and_does_not_leave_afterwards() {
        approvedAnd(withdrawn(1, TEES))
                .by("SERVICE")
                .when(withdraw(1))
                .refused(new ShipmentAlreadyWithdrawn(shipment(1)));
        approvedAnd(withdrawn(1, TEES))
                .by("SERVICE")
                .when(dispatch(1))
                .refused(new ShipmentAlreadyWithdrawn(shipment(1)));
        approvedAnd().by("SERVICE").when(withdraw(2)).refused(new ShipmentNotFound(shipment(2)));
    }

    @Test
    void O5_once_every_parcel_is_withdrawn_the_order_may_be_cancelled() {
        approvedAnd(withdrawn(1, TEES))
                .when(cancel())
                .then(
                        new OrderCancelled(ORDER, CancellationReason.CUSTOMER, "changed her mind", NOW),
                        refundDue("48.90", NOW));
    }

    @Test
    void only_the_service_says_what_became_of_a_parcel() {
        approvedAnd().when(withdraw(1)).forbidden();
        approvedAnd().when(dispatch(1)).forbidden();
        approvedAnd(shipped(1, TEES)).when(deliver(1)).forbidden();
        approvedAnd(shipped(1, TEES)).when(undelivered(1, true)).forbidden();
    }
}
