package io.ordertrail.command.fulfilment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    Money sum(Function<Part, Money> amount, Money nothing) {
        return payments.values().stream().map(amount).reduce(nothing, Money::plus);
    }

    /** {@code total} as it falls to each payment, the oldest first, of each no more than {@code limit}. */
    Map<String, Money> split(Money total, Function<Part, Money> limit) {
        Map<String, Money> shares = new LinkedHashMap<>();
        Money rest = total;
        for (Map.Entry<String, Part> payment : payments.entrySet()) {
            Money most = limit.apply(payment.getValue());
            Money share = most.isLessThan(rest) ? most : rest;
            if (share.isPositive()) {
                shares.put(payment.getKey(), share);
                rest = rest.minus(share);
            }
        }
        return shares;
    }
}
