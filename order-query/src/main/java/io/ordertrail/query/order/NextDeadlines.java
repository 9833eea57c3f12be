package io.ordertrail.query.order;

import io.ordertrail.api.order.DeadlineKind;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.AskRefused;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderOverdue;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderView.Deadline;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.PaymentSums;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of an order, the earliest first. Events say when, counted from the time at which they were recorded; the facts say
 * whether they still apply.
 */
final class NextDeadlines {

    private static final Comparator<Deadline> EARLIEST_FIRST =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::kind);

    private NextDeadlines() {}

    /** @param after the facts about the order after the event */
    static List<Deadline> next(List<Deadline> before, Recorded<OrderEvent> recorded, OrderFacts after) {
        OrderEvent event = recorded.event();
        return Stream.concat(
                        before.stream().filter(deadline -> !isReplaced(deadline, event)),
                        set(event, recorded.recordedAt()))
                .filter(deadline -> isAhead(deadline, after))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    private static Stream<Deadline> set(OrderEvent event, Instant recordedAt) {
        if (event instanceof OrderCreated e) {
            return after(e.confirmWithin(), recordedAt, DeadlineKind.EXPIRY);
        }
        if (event instanceof OrderConfirmed e) {
            return after(e.shipWithin(), recordedAt, DeadlineKind.SHIP_BY);
        }
        if (event instanceof PaymentProcessed e && e.kind() == PaymentKind.AUTHORIZED && e.expiresAt() != null) {
            return Stream.of(new Deadline(DeadlineKind.PROMISE_END, e.paymentId(), e.expiresAt()));
        }
        return event instanceof AskRefused e
                ? Stream.of(new Deadline(DeadlineKind.RETRY, e.paymentId(), recordedAt.plus(e.retryAfter())))
                : Stream.empty();
    }

    private static Stream<Deadline> after(@Nullable Duration wait, Instant recordedAt, DeadlineKind kind) {
        return wait == null ? Stream.empty() : Stream.of(new Deadline(kind, null, recordedAt.plus(wait)));
    }

    /** An order is reported overdue once; an ask that is refused again is repeated later. */
    private static boolean isReplaced(Deadline deadline, OrderEvent event) {
        return switch (deadline.kind()) {
            case SHIP_BY -> event instanceof OrderOverdue;
            case RETRY ->
                event instanceof AskRefused refused && refused.paymentId().equals(deadline.subject());
            case EXPIRY, PROMISE_END, UNKNOWN -> false;
        };
    }

    private static boolean isAhead(Deadline deadline, OrderFacts facts) {
        return switch (deadline.kind()) {
            case EXPIRY -> facts.lifecycle() == OrderLifecycle.PENDING;
            case SHIP_BY ->
                facts.lifecycle() == OrderLifecycle.CONFIRMED
                        && facts.goods().shipped() < facts.goods().wanted();
            case PROMISE_END -> payment(deadline, facts).outstanding().isPositive();
            case RETRY -> payment(deadline, facts).failures().values().stream().anyMatch(failure -> !failure.again());
            case UNKNOWN -> true;
        };
    }

    private static PaymentSums payment(Deadline deadline, OrderFacts facts) {
        return facts.funds().of(String.valueOf(deadline.subject()));
    }
}
