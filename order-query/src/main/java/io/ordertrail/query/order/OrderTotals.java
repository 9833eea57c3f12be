package io.ordertrail.query.order;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What orders add up to, per currency. */
final class OrderTotals {

    private final SortedMap<CurrencyUnit, Total> sums = new TreeMap<>();

    /** Goods, shipping and what the customer owes, at placement or the last edit. */
    record Total(Money goods, Money shipping, Money grand) {

        Total plus(Total other) {
            return new Total(goods.plus(other.goods), shipping.plus(other.shipping), grand.plus(other.grand));
        }
    }

    static OrderTotals of(Iterable<Total> all) {
        OrderTotals totals = new OrderTotals();
        all.forEach(totals::add);
        return totals;
    }

    void add(Total total) {
        sums.merge(total.grand().getCurrencyUnit(), total, Total::plus);
    }

    Iterable<CurrencyUnit> currencies() {
        return sums.keySet();
    }

    @Nullable
    Total in(CurrencyUnit currency) {
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
