package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.view.DeadlineKind;
import io.ordertrail.api.order.view.OrderView.Deadline;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of an order, the earliest first. Events say when, counted from the time at which they were recorded;
 * the facts say whether they still apply.
 */
final class Deadlines {

    private static final Comparator<Deadline> EARLIEST_FIRST =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::kind);

    private Deadlines() {}

    /** @param recordedAt when the placing was recorded */
    static List<Deadline> placed(OrderCreated e, Instant recordedAt) {
        return plus(List.of(), DeadlineKind.EXPIRY, e.confirmWithin(), recordedAt);
    }

    static OrderState confirmed(OrderState state, OrderConfirmed e) {
        return state.withDeadlines(plus(state.deadlines(), DeadlineKind.SHIP_BY, e.shipWithin(), state.recordedAt()));
    }

    /** An order is reported overdue once. */
    static OrderState overdue(OrderState state) {
        return state.withDeadlines(without(state.deadlines(), one -> one.kind() == DeadlineKind.SHIP_BY));
    }

    static OrderState promised(OrderState state, PaymentProcessed e) {
        Instant end = e.expiresAt();
        return e.kind() == PaymentKind.AUTHORIZED && end != null
                ? state.withDeadlines(
                        plus(state.deadlines(), new Deadline(DeadlineKind.PROMISE_END, e.paymentId(), end)))
                : state;
    }

    /** An ask that is refused again is repeated later. */
    static OrderState refused(OrderState state, AskRefused e) {
        Deadline retry = new Deadline(
                DeadlineKind.RETRY, e.paymentId(), state.recordedAt().plus(e.retryAfter()));
        return state.withDeadlines(plus(
                without(
                        state.deadlines(),
                        one -> one.kind() == DeadlineKind.RETRY && e.paymentId().equals(one.subject())),
                retry));
    }

    /** Those that still apply. */
    static OrderState ahead(OrderState state) {
        return state.deadlines().stream().allMatch(one -> isAhead(one, state.facts()))
                ? state
                : state.withDeadlines(without(state.deadlines(), one -> !isAhead(one, state.facts())));
    }

    private static List<Deadline> plus(
            List<Deadline> before, DeadlineKind kind, @Nullable Duration wait, Instant recordedAt) {
        return wait == null ? before : plus(before, new Deadline(kind, null, recordedAt.plus(wait)));
    }

    private static List<Deadline> plus(List<Deadline> before, Deadline more) {
        return Stream.concat(before.stream(), Stream.of(more))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    private static List<Deadline> without(List<Deadline> before, Predicate<Deadline> which) {
        return before.stream().filter(which.negate()).toList();
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
