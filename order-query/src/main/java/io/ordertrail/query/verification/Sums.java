package io.ordertrail.query.verification;

import io.ordertrail.query.order.Audited;
import io.ordertrail.query.order.Audited.Total;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** What all orders add up to, per currency, as each source says. */
final class Sums {

    private final SortedMap<CurrencyUnit, SortedMap<String, Total>> sums = new TreeMap<>();
    private long orders;

    void add(Map<String, Total> totals) {
        orders++;
        totals.forEach((source, total) -> sums.computeIfAbsent(total.grand().getCurrencyUnit(), c -> new TreeMap<>())
                .merge(source, total, Total::plus));
    }

    /**
     * Compares {@code sources} with the events, for each currency.
     *
     * @param isBehind whether a source has not processed all events, so that it cannot be checked
     */
    void compare(Iterable<String> sources, Predicate<String> isBehind, Tally tally) {
        sums.forEach((currency, totals) -> {
            Total events = totals.get(Audited.EVENTS);
            for (String source : sources) {
                tally.checked(1);
                Total said = totals.get(source);
                if (said == null || !said.equals(events)) {
                    String what = source + " adds up to " + said + ", the events to " + events;
                    if (isBehind.test(source)) {
                        tally.behind(what);
                    } else {
                        tally.breach(what);
                    }
                }
            }
        });
    }

    /** {@code 830 orders; EUR goods 1265793.02, shipping 64942.69, grand 1330735.71}. */
    String inWords() {
        String each = sums.values().stream()
                .map(totals -> totals.get(Audited.EVENTS))
                .filter(total -> total != null)
                .map(total -> "%s goods %s, shipping %s, grand %s"
                        .formatted(
                                total.grand().getCurrencyUnit(),
                                total.goods().getAmount(),
                                total.shipping().getAmount(),
                                total.grand().getAmount()))
                .collect(Collectors.joining("; "));
        return orders + " orders" + (each.isEmpty() ? "" : "; " + each);
    }
}
