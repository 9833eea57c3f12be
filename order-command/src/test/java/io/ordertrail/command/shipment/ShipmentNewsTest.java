package io.ordertrail.command.shipment;

import static io.ordertrail.command.shipment.ShipmentScenario.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordDelivered;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.order.StoredOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentNewsTest {

    private static final ShipmentApproved TEES_APPROVED =
            new ShipmentApproved(ORDER, ID, List.of(new LineQuantity("1", 2)), APPROVED_AT);

    private final RecordedSteps steps = new RecordedSteps();
    private final StoredOrder order = new StoredOrder(ORDER);
    private final ShipmentNews news = new ShipmentNews(order.lines());

    private static StepId step(String what) {
        return StepId.first("shipment-news", ID, what);
    }

    @Test
    void what_the_order_approves_becomes_a_shipment_that_names_the_goods() {
        order.placed("TEE-M", "CAP");
        news.on(TEES_APPROVED, steps);
        steps.sent(step("create"), CREATE).nothingElse();
    }

    @Test
    void an_order_that_is_not_here_yet_is_waited_for() {
        assertThatThrownBy(() -> news.on(TEES_APPROVED, steps)).isInstanceOf(IllegalStateException.class);
        steps.nothingElse();
    }

    @Test
    void the_order_hears_of_a_dispatch() {
        news.on(DISPATCHED, steps);
        steps.compensated(step("dispatched"), new RecordShipped(ORDER, ID, "DHL", "JD-1", LEFT_AT))
                .nothingElse();
    }

    @Test
    void the_order_hears_of_a_delivery() {
        news.on(DELIVERED, steps);
        steps.compensated(step("delivered"), new RecordDelivered(ORDER, ID, ENDED_AT))
                .nothingElse();
    }

    @Test
    void what_does_not_leave_may_be_approved_again() {
        news.on(CANCELLED, steps);
        steps.compensated(step("cancelled"), new WithdrawShipment(ORDER, ID, ENDED_AT))
                .nothingElse();
    }

    @Test
    void a_lost_parcel_is_a_problem_of_its_order() {
        news.on(LOST, steps);
        steps.sent(step("lost"), new ReportProblem(ORDER, ID + ":lost", "SHIPMENT_LOST", ID + " was lost on its way."))
                .nothingElse();
    }

    @Test
    void a_parcel_that_came_back_is_a_problem_of_its_order() {
        news.on(SENT_BACK, steps);
        steps.sent(
                        step("returned-to-sender"),
                        new ReportProblem(
                                ORDER,
                                ID + ":returned-to-sender",
                                "SHIPMENT_RETURNED_TO_SENDER",
                                ID + " came back to the sender."))
                .nothingElse();
    }

    @Test
    void the_same_event_twice_is_the_same_step() {
        news.on(DISPATCHED, steps);
        news.on(DISPATCHED, steps);
        RecordShipped told = new RecordShipped(ORDER, ID, "DHL", "JD-1", LEFT_AT);
        steps.compensated(step("dispatched"), told)
                .compensated(step("dispatched"), told)
                .nothingElse();
    }
}
