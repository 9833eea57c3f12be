package io.ordertrail.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.report.OrderToShip;
import io.ordertrail.query.Rows;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToShipFoldTest {

    private static final Instant LATER = Stories.DAY.plusSeconds(600);

    private final Rows<ToShipRow> rows = new Rows<>(new ToShipFold());
    private final OrderCreated order = new Stories(7).placed();
    private final Money nothing = Money.zero(order.currency());

    /** Units of the whole order. */
    private final long all =
            order.lines().stream().mapToLong(OrderLine::quantity).sum();

    @AfterEach
    void each_event_twice_changes_nothing() {
        rows.requireThatRepeatsChangeNothing();
    }

    @Test
    void an_order_is_to_be_sent_from_its_confirmation_until_its_last_unit_has_left() {
        store(order);
        assertThat(open()).isEmpty();
        store(new OrderConfirmed(order.orderId(), null, LATER));
        assertThat(open())
                .containsExactly(
                        new OrderToShip(order.orderId(), order.number(), order.customerId(), all, 0, false, LATER));
        store(shipped(1));
        assertThat(open())
                .singleElement()
                .satisfies(it -> assertThat(it.shipped()).isEqualTo(1));
        store(shipped((int) all - 1));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_cancelled_or_edited_away_need_not_be_sent() {
        store(order);
        store(new OrderConfirmed(order.orderId(), null, LATER));
        store(new OrderLinesCancelled(
                order.orderId(),
                List.of(new CancelledLine("1", 1, nothing)),
                nothing,
                CancellationReason.UNAVAILABLE,
                null,
                LATER));
        assertThat(open())
                .singleElement()
                .satisfies(it -> assertThat(it.wanted()).isEqualTo(all - 1));
        OrderLine first = order.lines().get(0);
        store(new OrderEdited(
                order.orderId(), "edit-1", List.of(first), null, order.totals(), nothing, List.of(), LATER));
        assertThat(open())
                .singleElement()
                .satisfies(it -> assertThat(it.wanted()).isEqualTo(first.quantity()));
    }

    @Test
    void an_order_on_hold_is_shown_as_such() {
        store(order);
        store(new OrderConfirmed(order.orderId(), null, LATER));
        store(new OrderHeld(order.orderId(), "FRAUD_CHECK", null, LATER));
        assertThat(open())
                .singleElement()
                .satisfies(it -> assertThat(it.onHold()).isTrue());
        store(new OrderReleased(order.orderId(), null, LATER));
        assertThat(open())
                .singleElement()
                .satisfies(it -> assertThat(it.onHold()).isFalse());
    }

    @Test
    void an_order_that_has_ended_is_not_to_be_sent() {
        OrderCreated other = new Stories(8).placed();
        for (OrderCreated each : List.of(order, other)) {
            store(each);
            store(new OrderConfirmed(each.orderId(), null, LATER));
        }
        store(new OrderCancelled(order.orderId(), CancellationReason.CUSTOMER, null, LATER));
        store(new OrderCompleted(other.orderId(), LATER));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_was_lost_is_to_be_sent_again_or_no_more() {
        store(order);
        store(new OrderConfirmed(order.orderId(), null, LATER));
        store(shipped(1));
        store(resolved(true));
        assertThat(open()).singleElement().satisfies(it -> {
            assertThat(it.shipped()).isZero();
            assertThat(it.wanted()).isEqualTo(all);
        });
        store(shipped(1));
        store(resolved(false));
        assertThat(open()).singleElement().satisfies(it -> {
            assertThat(it.shipped()).isZero();
            assertThat(it.wanted()).isEqualTo(all - 1);
        });
    }

    private ShipmentResolved resolved(boolean sendAgain) {
        List<CancelledLine> one = List.of(new CancelledLine("1", 1, nothing));
        return new ShipmentResolved(
                order.orderId(), "shipment-1", false, sendAgain, one, List.of("SKU"), nothing, null, LATER);
    }

    @Test
    void a_row_begins_with_the_placing() {
        ToShipFold fold = new ToShipFold();
        assertThatThrownBy(() -> new Rows<>(fold).store("order-1", new OrderConfirmed("order-1", null, LATER)))
                .hasMessageContaining("cannot begin");
    }

    private void store(OrderEvent event) {
        rows.store(event.orderId(), event);
    }

    private OrderShipped shipped(int units) {
        return new OrderShipped(
                order.orderId(), "shipment-" + units, List.of(new LineQuantity("1", units)), null, null, LATER);
    }

    private List<OrderToShip> open() {
        return rows.all().stream()
                .filter(ToShipRow::hasMoreToShip)
                .map(ToShipRow::view)
                .toList();
    }
}
