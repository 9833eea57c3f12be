package io.ordertrail.query.order;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What orders add up to, per currency. */
final class OrderTotals {

    private final SortedMap<CurrencyUnit, OrderTotal> sums = new TreeMap<>();

    static OrderTotals of(Iterable<OrderTotal> all) {
        OrderTotals totals = new OrderTotals();
        all.forEach(totals::add);
        return totals;
    }

    void add(OrderTotal total) {
        sums.merge(total.grand().getCurrencyUnit(), total, OrderTotal::plus);
    }

    Iterable<CurrencyUnit> currencies() {
        return sums.keySet();
    }

    @Nullable
    OrderTotal in(CurrencyUnit currency) {
        return sums.get(currency);
    }

    /** {@code EUR goods 1265793.02, shipping 64942.69, grand 1330735.71}. */
    String inWords() {
        return sums.entrySet().stream()
                .map(sum -> "%s goods %s, shipping %s, grand %s"
                        .formatted(
                                sum.getKey(),
                                sum.getValue().goods().getAmount(),
                                sum.getValue().shipping().getAmount(),
                                sum.getValue().grand().getAmount()))
                .collect(Collectors.joining("; "));
    }
}
