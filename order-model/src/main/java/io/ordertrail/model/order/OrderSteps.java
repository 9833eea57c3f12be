package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.model.kernel.Fold;
import java.util.function.BiFunction;

/**
 * What each event changes of an order, written down once for both folds: that of the facts about the order as a whole,
 * and that of the parts which the order remembers beside them.
 */
final class OrderSteps {

    private final Fold.Table<OrderFacts, OrderEvent> facts =
            Fold.<OrderFacts, OrderEvent>over(OrderEvent.class).first(OrderCreated.class);
    private final Fold.Table<OrderState, OrderEvent> parts =
            Fold.<OrderState, OrderEvent>over(OrderEvent.class).first(OrderCreated.class);

    /** @param ofParts is given the state after the facts have changed */
    <T extends OrderEvent> OrderSteps on(
            Class<T> event,
            BiFunction<OrderFacts, T, OrderFacts> ofFacts,
            BiFunction<OrderState, T, OrderState> ofParts) {
        facts.on(event, ofFacts);
        parts.on(event, ofParts);
        return this;
    }

    /** An event that changes the facts alone. */
    <T extends OrderEvent> OrderSteps facts(Class<T> event, BiFunction<OrderFacts, T, OrderFacts> ofFacts) {
        return on(event, ofFacts, (state, happened) -> state);
    }

    /** An event that leaves the facts as they are. */
    <T extends OrderEvent> OrderSteps parts(Class<T> event, BiFunction<OrderState, T, OrderState> ofParts) {
        return on(event, (known, happened) -> known, ofParts);
    }

    /** Events that change nothing of an order. */
    @SafeVarargs
    final OrderSteps ignoring(Class<? extends OrderEvent>... ignored) {
        for (Class<? extends OrderEvent> event : ignored) {
            parts(event, (state, happened) -> state);
        }
        return this;
    }

    /** @throws IllegalStateException an event is not mentioned */
    Fold<OrderFacts, OrderEvent> ofFacts() {
        return facts.complete();
    }

    /** @throws IllegalStateException an event is not mentioned */
    Fold<OrderState, OrderEvent> ofParts() {
        return parts.complete();
    }
}
