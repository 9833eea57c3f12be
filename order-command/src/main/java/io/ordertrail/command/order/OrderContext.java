package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.command.kernel.BusinessTime;
import io.ordertrail.command.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a decision about an order looks at: the order as it is, who asks, and the time. */
record OrderContext(OrderState state, Caller caller, Clock clock) {

    OrderFacts facts() {
        return state.facts();
    }

    String orderId() {
        return state.orderId();
    }

    CurrencyUnit currency() {
        return facts().funds().value().getCurrencyUnit();
    }

    OrderRules rules() {
        return new OrderRules(state);
    }

    /** @throws io.ordertrail.axon.Refused where the order as a whole forbids {@code action} */
    OrderRules allow(OrderAction action) {
        return rules().allow(action);
    }

    Instant now() {
        return BusinessTime.of(null, state.placedAt(), clock);
    }

    /** When something happened that somebody enters, not before {@code notBefore}. */
    Instant at(@Nullable Instant told, Instant notBefore) {
        return BusinessTime.of(told, notBefore, clock);
    }

    /** The same, not before the placing. */
    Instant at(@Nullable Instant told) {
        return at(told, state.placedAt());
    }

    /** When news happened. The clock that told of it may be another, so it is taken in all the same. */
    Instant news(@Nullable Instant told) {
        Instant now = now();
        return told == null || told.isAfter(now)
                ? now
                : BusinessTime.latest(told.truncatedTo(ChronoUnit.MICROS), state.placedAt());
    }
}
