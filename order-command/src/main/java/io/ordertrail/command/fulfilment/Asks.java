package io.ordertrail.command.fulfilment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Settlement} knows to be asked of the payments of an order and not answered.
 *
 * @param byName by the step that asked, or would if it were not for a person; what others want back by the id of the refund
 */
record Asks(Map<String, Ask> byName) {

    static final Asks NONE = new Asks(Map.of());

    /**
     * @param shipmentId for which goods money is taken; null where it goes back
     * @param problem by which the order knows that it does not go back by itself
     */
    record Ask(
            String paymentId,
            Money amount,
            @Nullable String shipmentId,
            @Nullable String problem) {

        static Ask capture(String paymentId, Money amount, String shipmentId) {
            return new Ask(paymentId, amount, shipmentId, null);
        }

        static Ask refund(String paymentId, Money amount, @Nullable String problem) {
            return new Ask(paymentId, amount, null, problem);
        }
    }

    Optional<Ask> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> problems() {
        return byName.values().stream()
                .flatMap(ask -> Stream.ofNullable(ask.problem()))
                .toList();
    }

    Asks with(String name, Ask ask) {
        Map<String, Ask> more = new LinkedHashMap<>(byName);
        more.put(name, ask);
        return new Asks(Collections.unmodifiableMap(more));
    }

    Asks without(String name) {
        return without((each, ask) -> each.equals(name));
    }

    /** A capture for a shipment is ours, and a payment has one at a time. */
    Asks captureAnswered(String paymentId, @Nullable String shipmentId) {
        return without((name, ask) ->
                shipmentId != null && shipmentId.equals(ask.shipmentId()) && paymentId.equals(ask.paymentId()));
    }

    Asks withoutDebts(String paymentId) {
        return without((name, ask) -> ask.problem() != null && paymentId.equals(ask.paymentId()));
    }

    private Asks without(BiPredicate<String, Ask> answered) {
        Map<String, Ask> fewer = new LinkedHashMap<>(byName);
        fewer.entrySet().removeIf(ask -> answered.test(ask.getKey(), ask.getValue()));
        return new Asks(Collections.unmodifiableMap(fewer));
    }
}
