package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.model.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rule W2: what an order has to ask, or to become, because what it wants is not what it has or has asked. A pure
 * function of the order's state, asked after every decision until it has no answer. Each answer brings the order nearer
 * to what it wants, so it comes to an end.
 */
public final class Difference {

    private Difference() {}

    /** What follows next; empty where nothing does. */
    public static List<OrderEvent> of(OrderState state, Instant at) {
        Progress progress = new Progress(state, at);
        StockDifference stock = new StockDifference(state, at);
        RefundDifference refunds = new RefundDifference(state, at);
        MoneyDifference money = new MoneyDifference(state, at);
        DerivedProblems problems = new DerivedProblems(state, at);
        return first(List.of(
                progress::ended,
                stock::asks,
                refunds::asks,
                money::captures,
                progress::confirmed,
                progress::released,
                money::payment,
                money::voids,
                money::settledReturns,
                problems::changes));
    }

    private static List<OrderEvent> first(List<Supplier<List<OrderEvent>>> answers) {
        return answers.stream()
                .map(Supplier::get)
                .filter(events -> !events.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    }
}
