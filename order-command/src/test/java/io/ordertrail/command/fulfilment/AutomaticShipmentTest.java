package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.chosen;
import static io.ordertrail.command.fulfilment.Story.confirmed;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.placed;
import static io.ordertrail.command.fulfilment.Story.refused;
import static io.ordertrail.command.fulfilment.Story.step;
import static io.ordertrail.command.fulfilment.Story.stockReserved;

import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.fulfilment.FulfilmentSettings.Shipments;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where shipments are asked for by the service itself, whatever held goods up is over some time. */
class AutomaticShipmentTest extends FulfilmentScenario {

    private static final OrderReleased RELEASED = new OrderReleased(ORDER, null, NOW);

    @BeforeEach
    void automatic() {
        settings(Shipments.AUTOMATIC);
    }

    private void shipsAgain() {
        StepId ship = step("ship:2");
        steps.sent(ship, new ApproveShipment(ORDER, OrderId.shipment(ORDER, ship.text()), List.of(), null))
                .nothingElse();
    }

    private static PaymentProcessed paid(PaymentKind kind, String method) {
        return new PaymentProcessed(ORDER, PAYMENT, kind, method, eur("55.00"), null, NOW);
    }

    @Test
    void an_order_that_is_released_ships_what_could_not_leave_while_it_was_held() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), refused("ship:1", "ON_HOLD"), RELEASED);
        shipsAgain();
    }

    @Test
    void an_order_that_is_released_before_its_confirmation_ships_with_the_confirmation() {
        after(placed(PaymentTerms.AUTH_FIRST), RELEASED);
        steps.nothingElse();
    }

    @Test
    void stock_that_an_edit_added_to_a_confirmed_order_ships() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), stockReserved());
        shipsAgain();
    }

    @Test
    void what_waited_for_money_ships_once_that_is_promised_again() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                refused("ship:1", "NOT_PAID"),
                paid(PaymentKind.AUTHORIZED, "SANDBOX"));
        shipsAgain();
    }

    @Test
    void what_is_to_be_paid_in_advance_ships_once_the_money_is_there() {
        after(placed(PaymentTerms.PREPAID), confirmed(), paid(PaymentKind.CAPTURED, "SANDBOX"));
        shipsAgain();
    }

    @Test
    void money_that_comes_another_way_may_be_what_was_waited_for() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), paid(PaymentKind.CAPTURED, "MANUAL"));
        shipsAgain();
    }

    @Test
    void what_was_promised_and_is_received_ships_nothing() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), paid(PaymentKind.CAPTURED, "SANDBOX"));
        steps.nothingElse();
    }

    @Test
    void what_need_not_be_paid_ships() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), new PaymentWaived(ORDER, "An old friend", NOW));
        shipsAgain();
    }

    @Test
    void where_the_warehouse_asks_for_shipments_nothing_ships_by_itself() {
        settings(Shipments.MANUAL);
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), RELEASED);
        steps.nothingElse();
    }
}
