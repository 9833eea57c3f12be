package io.ordertrail.command.fulfilment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** The payments of an order, in the order in which they began, each by its own name. */
record Purse(Map<String, Part> payments) {

    static final Purse EMPTY = new Purse(Map.of());

    Optional<Part> of(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    Purse with(String paymentId, Part part) {
        Map<String, Part> changed = new LinkedHashMap<>(payments);
        changed.put(paymentId, part);
        return new Purse(Collections.unmodifiableMap(changed));
    }

    /** A payment whose beginning is not known is none of this order's. */
    Purse change(String paymentId, UnaryOperator<Part> change) {
        Part part = payments.get(paymentId);
        return part == null ? this : with(paymentId, change.apply(part));
    }

    /** What is received or asked for, less what goes back. */
    Money covered(Money nothing) {
        return payments.values().stream()
                .map(part -> part.kept().plus(part.asked()))
                .reduce(nothing, Money::plus);
    }

    Money kept(Money nothing) {
        return payments.values().stream().map(Part::kept).reduce(nothing, Money::plus);
    }
}
