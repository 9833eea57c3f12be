package io.ordertrail.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/** From when on an event counts that was entered late. */
class EffectiveTimesTest {

    private static final List<LineQuantity> ONE = List.of(new LineQuantity("1", 1));

    private final OrderCreated order = new Stories(5).placed();
    private final String id = order.orderId();

    @Test
    void what_was_entered_late_counts_from_when_it_happened() {
        assertThat(hours(order, new OrderHeld(id, "FRAUD_CHECK", null, at(3)), paid("p", PaymentKind.CAPTURED, 1)))
                .containsExactly(0L, 3L, 1L);
    }

    @Test
    void nothing_counts_before_the_first_event() {
        assertThat(hours(order, paid("p", PaymentKind.CAPTURED, -24))).containsExactly(0L, 0L);
    }

    @Test
    void nothing_counts_before_an_earlier_event_of_the_same_payment_or_parcel_but_before_those_of_others() {
        assertThat(hours(
                        order,
                        paid("p", PaymentKind.AUTHORIZED, 5),
                        paid("p", PaymentKind.CAPTURED, 2),
                        paid("q", PaymentKind.CAPTURED, 2),
                        new OrderShipped(id, "s", ONE, null, null, at(9)),
                        new OrderDelivered(id, "s", ONE, at(4)),
                        new OrderShipped(id, "t", ONE, null, null, at(4)),
                        // An entry of which the one before it counts late, too.
                        paid("p", PaymentKind.RELEASED, 1)))
                .containsExactly(0L, 5L, 5L, 2L, 9L, 9L, 4L, 5L);
    }

    @Test
    void events_of_one_line_or_customer_do_not_follow_from_each_other() {
        assertThat(hours(
                        order,
                        new StockAnswered(id, "1", 1, 7, 1, 0, 0, 0, at(6)),
                        new StockAnswered(id, "1", 2, 8, 2, 0, 0, 0, at(2))))
                .containsExactly(0L, 6L, 2L);
    }

    /** Each event's time, in hours after the order was placed. */
    private List<Long> hours(DatedEvent... events) {
        EffectiveTimes times = new EffectiveTimes(id);
        List<Long> hours = new ArrayList<>();
        for (DatedEvent event : events) {
            Instant time = times.next(new GenericDomainEventMessage<>("order", id, hours.size(), event));
            assertThat(time.getEpochSecond() - order.at().getEpochSecond()).isEqualTo(3600L * hoursTo(time));
            hours.add(hoursTo(time));
        }
        return hours;
    }

    private long hoursTo(Instant time) {
        return (time.getEpochSecond() - order.at().getEpochSecond()) / 3600;
    }

    private Instant at(long hours) {
        return order.at().plusSeconds(3600 * hours);
    }

    private PaymentProcessed paid(String payment, PaymentKind kind, long hours) {
        return new PaymentProcessed(
                id, payment, null, kind, "SANDBOX", order.totals().grand(), null, null, null, at(hours));
    }
}
