package io.ordertrail.command.fulfilment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What {@link Settlement} has asked for and may have to ask for again, by the step that did. */
record Asks(Map<String, Ask> bySteps) {

    static final Asks NONE = new Asks(Map.of());

    /** @param shipmentId for which goods money is taken; null where it goes back */
    record Ask(String paymentId, Money amount, @Nullable String shipmentId) {}

    Optional<Ask> of(String step) {
        return Optional.ofNullable(bySteps.get(step));
    }

    Asks with(String step, Ask ask) {
        Map<String, Ask> more = new LinkedHashMap<>(bySteps);
        more.put(step, ask);
        return new Asks(Collections.unmodifiableMap(more));
    }

    Asks without(String step) {
        return without((name, ask) -> name.equals(step));
    }

    /** A capture for a shipment is ours, and a payment has one at a time. */
    Asks captureAnswered(String paymentId, @Nullable String shipmentId) {
        return without((name, ask) ->
                shipmentId != null && shipmentId.equals(ask.shipmentId()) && paymentId.equals(ask.paymentId()));
    }

    private Asks without(BiPredicate<String, Ask> answered) {
        Map<String, Ask> fewer = new LinkedHashMap<>(bySteps);
        fewer.entrySet().removeIf(ask -> answered.test(ask.getKey(), ask.getValue()));
        return new Asks(Collections.unmodifiableMap(fewer));
    }
}
