package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.model.order.goods.Quantities;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parcels that are lost or come back are quantities of the order, so that it can end. */
class UndeliveredTest {

    private static OrderTale lost(boolean cameBack, LineQuantity... lines) {
        OrderTale order = OrderTale.ofStock(PaymentTerms.PREPAID, OrderTale.CARD);
        order.stock(3, 0, 0);
        order.settles();
        order.ships(1, lines);
        order.settles();
        order.service(undelivered(1, cameBack));
        return order;
    }

    @Test
    void a_lost_parcel_is_somebodys() {
        OrderTale order = lost(false, units("1", 2));
        assertThat(order.facts().problems()).containsExactly("undelivered:" + shipment(1));
        assertThat(order.refusal("SERVICE", deliver(1)))
                .isEqualTo(new OrderGoodsRefusal.ShipmentAlreadyDelivered(shipment(1)));
        assertThat(order.refusal("CUSTOMER", resolveShipment(1, true))).isInstanceOf(RequestRefusal.MissingRole.class);
    }

    @Test
    void a_lost_parcel_is_sent_again() {
        OrderTale order = lost(false, units("1", 2));
        List<OrderEvent> events = order.staff(resolveShipment(1, true));
        assertThat(events).contains(stockAsked(2, 3, 2, NOW));
        assertThat(order.facts().problems()).isEmpty();
        assertThat(order.facts().lines().get("1").ready()).isEqualTo(1);
        order.stock(2, 3, 0, 0, 2);
        assertThat(order.facts().lines().get("1").ready()).isEqualTo(3);
        order.arrives(2);
        order.settles();
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.COMPLETED);
        assertThat(order.facts().funds().paid()).isEqualTo(eur(TOTAL));
    }

    @Test
    void a_lost_parcel_is_given_up_and_its_money_goes_back() {
        OrderTale order = lost(false, units("1", 2));
        order.staff(resolveShipment(1, false));
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("20.00"));
        order.arrives(2);
        order.settles();
        assertThat(order.facts().lifecycle()).isEqualTo(OrderLifecycle.COMPLETED);
        assertThat(order.facts().funds().paid()).isEqualTo(eur("28.90"));
        assertThat(order.facts().problems()).isEmpty();
    }

    @Test
    void a_parcel_that_came_back_tells_which_goods_are_in_the_house_again() {
        OrderTale order = lost(true, units("1", 2));
        order.staff(resolveShipment(1, false));
        ShipmentResolved resolved = order.last(ShipmentResolved.class);
        assertThat(resolved.returned()).isTrue();
        assertThat(resolved.skus()).containsExactly("TEE");
        assertThat(resolved.value()).isEqualTo(eur("20.00"));
    }

    @Test
    void an_order_of_which_all_is_lost_and_given_up_ends_and_owes_all_of_it() {
        OrderTale order = lost(false);
        assertThat(order.staff(resolveShipment(1, false)))
                .contains(new OrderCancelled(ORDER, CancellationReason.LOST, null, NOW));
        order.settles();
        assertThat(order.facts().funds().paid()).isEqualTo(eur("0.00"));
        assertThat(order.facts().funds().authorized()).isEqualTo(eur("0.00"));
    }

    @Test
    void what_is_given_up_of_a_lost_parcel_takes_nothing_from_what_the_line_still_waits_for() {
        OrderTale order = OrderTale.ofStock(PaymentTerms.INVOICE, null);
        order.stock(1, 2, 0);
        order.ships(1, units("1", 1));
        order.service(undelivered(1, false));
        order.staff(resolveShipment(1, false));
        Quantities tees = order.facts().lines().get("1");
        assertThat(tees.open()).isEqualTo(2);
        assertThat(tees.backordered()).isEqualTo(2);
        assertThat(tees.ready()).isZero();
    }

    @Test
    void a_parcel_is_resolved_once_and_never_before_it_is_missed() {
        OrderTale order = lost(false, units("1", 2));
        order.staff(resolveShipment(1, true));
        assertThat(order.refusal("SUPERVISOR", resolveShipment(1, true)))
                .isEqualTo(new OrderGoodsRefusal.ShipmentNotUndelivered(shipment(1)));
        order.ships(2, units("2", 1));
        assertThat(order.refusal("SUPERVISOR", resolveShipment(2, false)))
                .isEqualTo(new OrderGoodsRefusal.ShipmentNotUndelivered(shipment(2)));
    }

    /** Else a problem that was resolved too soon would leave an order that nobody is told of, and that never ends. */
    @Test
    void that_a_parcel_is_missing_is_not_resolved_by_saying_so() {
        OrderTale order = lost(false, units("1", 2));
        String problem = "undelivered:" + shipment(1);
        assertThat(order.refusal("SUPERVISOR", resolve(problem)))
                .isEqualTo(new OrderCourseRefusal.ProblemStands(problem));
    }
}
