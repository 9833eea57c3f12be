package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.order.OrderCourseCommand.HoldOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderCourseRefusal.AlreadyOnHold;
import io.ordertrail.api.order.OrderCourseRefusal.NotOnHold;
import io.ordertrail.api.order.OrderCourseRefusal.OnHold;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderLifecycle;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldTest extends OrderScenario {

    private static final OrderHeld HELD = new OrderHeld(ORDER, "FRAUD_CHECK", "odd address", NOW);

    @Test
    void a_pending_order_can_be_held() {
        given(created()).when(hold()).then(HELD).answer(Receipt.of(ORDER, 1));
    }

    @Test
    void a_confirmed_order_can_be_held() {
        given(created(), captured(TOTAL), confirmed()).when(hold()).then(HELD);
    }

    @Test
    void a_held_order_is_not_held_again() {
        given(created(), held()).when(hold()).refused(new AlreadyOnHold("FRAUD_CHECK"));
    }

    @Test
    void a_cancelled_order_is_not_held() {
        given(created(), cancelled()).when(hold()).refused(new WrongLifecycle(OrderLifecycle.CANCELLED));
    }

    @Test
    void a_completed_order_is_not_held() {
        given(created(), captured(TOTAL), confirmed(), completed())
                .when(hold())
                .refused(new WrongLifecycle(OrderLifecycle.COMPLETED));
    }

    @Test
    void a_hold_gives_its_reason_in_a_word() {
        given(created()).when(new HoldOrder(ORDER, "x".repeat(101), null, null)).faulty("/reason TOO_LONG");
    }

    @Test
    void a_customer_neither_holds_nor_releases() {
        given(created()).by("CUSTOMER").when(hold()).forbidden();
        given(created(), held()).by("CUSTOMER").when(release()).forbidden();
    }

    @Test
    void the_service_itself_may_hold() {
        given(created()).by("SERVICE").when(hold()).then(HELD);
    }

    @Test
    void a_held_order_ships_nothing() {
        given(created(), captured(TOTAL), confirmed(), held()).when(approve(1)).refused(new OnHold("FRAUD_CHECK"));
    }

    @Test
    void a_released_order_ships_again() {
        given(created(), captured(TOTAL), confirmed(), held(), released())
                .when(approve(1, units("1", 1)))
                .then(approved(1, NOW, units("1", 1)));
    }

    @Test
    void a_held_order_is_released() {
        given(created(), held()).when(release()).then(new OrderReleased(ORDER, "all right", NOW));
    }

    @Test
    void an_order_that_is_not_held_is_not_released() {
        given(created(), held(), released()).when(release()).refused(new NotOnHold());
    }

    @Test
    void a_release_comes_after_the_hold() {
        Instant before = LATER.minusSeconds(1);
        given(created(), held()).when(release(before)).refused(new ImpossibleTime(before, LATER, NOW));
    }
}
