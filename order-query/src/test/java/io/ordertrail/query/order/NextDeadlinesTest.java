package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.view.DeadlineKind;
import io.ordertrail.api.order.view.OrderView.Deadline;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What an order says will happen by itself, and when (an order never said so: its list of deadlines was always empty).
 */
class NextDeadlinesTest {

    private static final Instant RECORDED = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Deadline EXPIRY = new Deadline(DeadlineKind.EXPIRY, null, RECORDED.plus(WEEK));

    private final OrderCreated order = new Stories(1).placed();
    private final String id = order.orderId();
    private final List<OrderEvent> events = new ArrayList<>(List.of(order));

    @Test
    void a_placed_order_says_when_it_expires_until_it_is_confirmed() {
        assertThat(deadlines()).containsExactly(EXPIRY);
        events.add(new OrderConfirmed(id, TWO_DAYS, order.at()));
        assertThat(deadlines()).containsExactly(shipBy(1));
    }

    @Test
    void an_order_that_has_ended_waits_for_nothing() {
        events.add(new OrderCancelled(id, CancellationReason.CUSTOMER, null, order.at()));
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void once_all_has_left_or_it_was_told_an_order_cannot_become_overdue() {
        events.add(new OrderConfirmed(id, TWO_DAYS, order.at()));
        events.add(new OrderOverdue(id, order.at()));
        assertThat(deadlines()).isEmpty();

        events.remove(2);
        List<LineQuantity> all = order.lines().stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
        List<String> skus = order.lines().stream().map(OrderLine::sku).toList();
        events.add(new ShipmentApproved(id, "s", all, skus, order.at()));
        assertThat(deadlines()).containsExactly(shipBy(1));
        events.add(new OrderShipped(id, "s", all, null, null, order.at()));
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void a_promise_ends_unless_all_of_it_is_taken() {
        Instant soon = RECORDED.plusSeconds(60);
        events.add(processed(PaymentKind.AUTHORIZED, soon));
        assertThat(deadlines()).containsExactly(new Deadline(DeadlineKind.PROMISE_END, "p", soon), EXPIRY);
        events.add(processed(PaymentKind.CAPTURED, null));
        assertThat(deadlines()).containsExactly(EXPIRY);
    }

    @Test
    void what_was_refused_says_when_it_is_asked_for_again() {
        events.add(processed(PaymentKind.AUTHORIZED, null));
        events.add(new CaptureAsked(id, "p", 1, order.totals().grand(), order.at()));
        events.add(new AskRefused(id, "p", 1, PaymentOperation.CAPTURE, "No", 3, Duration.ofMinutes(4), order.at()));
        Instant again = recorded(3).plus(Duration.ofMinutes(4));
        assertThat(deadlines()).containsExactly(new Deadline(DeadlineKind.RETRY, "p", again), EXPIRY);
        events.add(AskRetried.ofPayment(id, "p", 1, order.at()));
        assertThat(deadlines()).containsExactly(EXPIRY);
    }

    private static Deadline shipBy(int version) {
        return new Deadline(DeadlineKind.SHIP_BY, null, recorded(version).plus(TWO_DAYS));
    }

    private static Instant recorded(int version) {
        return RECORDED.plusSeconds(version);
    }

    private PaymentProcessed processed(PaymentKind kind, @Nullable Instant expiresAt) {
        return new PaymentProcessed(
                id, "p", null, kind, "SANDBOX", order.totals().grand(), null, null, expiresAt, order.at());
    }

    private List<Deadline> deadlines() {
        FoldedOrder folded = null;
        for (int version = 0; version < events.size(); version++) {
            folded = OrderFold.STREAM.next(folded, new Recorded<>(events.get(version), version, recorded(version)));
        }
        return OrderFold.view(java.util.Objects.requireNonNull(folded)).deadlines();
    }
}
