package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderRules;
import io.ordertrail.model.order.OrderState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a decision about an order looks at: the order as it is, who asks, and the time. */
public record OrderContext(OrderState state, Caller caller, Clock clock) {

    public OrderFacts facts() {
        return state.facts();
    }

    public String orderId() {
        return state.orderId();
    }

    public CurrencyUnit currency() {
        return facts().funds().value().getCurrencyUnit();
    }

    public OrderRules rules() {
        return new OrderRules(state);
    }

    /** @throws io.ordertrail.api.message.Refused where the order as a whole forbids {@code action} */
    public OrderRules allow(OrderAction action) {
        return rules().allow(action);
    }

    public Instant now() {
        return BusinessTime.of(null, state.placedAt(), clock);
    }

    /** When something happened that somebody enters, not before {@code notBefore}. A customer's word is not asked. */
    public Instant at(@Nullable Instant told, Instant notBefore) {
        return BusinessTime.of(caller.isCustomer() ? null : told, notBefore, clock);
    }

    /** The same, not before the placing. */
    public Instant at(@Nullable Instant told) {
        return at(told, state.placedAt());
    }

    /** When news happened. The clock that told of it may be another, so it is processed all the same. */
    public Instant news(@Nullable Instant told) {
        Instant now = now();
        return told == null || told.isAfter(now)
                ? now
                : BusinessTime.latest(told.truncatedTo(ChronoUnit.MICROS), state.placedAt());
    }
}
