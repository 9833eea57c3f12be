package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.api.order.OrderQuery.Sort;
import io.ordertrail.query.reading.Conditions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the orders of a filter are found. Left alone, a database may read all orders that have a frequent word to sort them, or all there are
 * for a rare one; H2 does not even know which is which. So it is looked first whether there are few orders of something that is asked for:
 * these are read, and sorted. Where there are many of each, orders are read in the order of the list, of which there is an index, until
 * there is a page, which is soon.
 */
final class ListFilter {

    /** So many orders are few. */
    static final int FEW = 5_000;

    private final JdbcClient jdbc;
    private final int few;

    /** @param few so many orders are read and sorted for one page */
    ListFilter(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    /**
     * @param conditions of the rows of order_list
     * @param bySku whether they are found, and sorted, by the table of SKUs, of which there is a condition
     */
    record Found(Conditions conditions, boolean bySku) {}

    Found find(Filter asked, Sort sort) {
        List<ListChoice> choices = new ListChoices(asked, sort).all();
        Conditions filter = new Conditions();
        choices.forEach(choice -> filter.asked(choice.open()));
        Optional<ListChoice> served =
                choices.stream().filter(ListChoice::served).findFirst();
        if (served.isPresent() && choices.size() == 1) {
            return led(filter, served.get(), List.of());
        }
        for (ListChoice choice : choices) {
            if (!choice.sorted() && isOfFew(choice)) {
                filter.within("order_list.order_id = any(?)", (Object) orders(choice));
                return new Found(hidden(filter, others(choices, choice)), false);
            }
        }
        return served.map(choice -> led(filter, choice, others(choices, choice)))
                .orElseGet(() -> new Found(hidden(filter, choices), false));
    }

    /** By the index that begins with the column of {@code choice} and goes on in the order of the list. */
    private static Found led(Conditions filter, ListChoice choice, List<ListChoice> others) {
        filter.within(choice.open()).lead(choice.column());
        return new Found(hidden(filter, others), choice.table().equals(ListChoice.SKUS));
    }

    /** The index of the list's order serves bounds of what it is sorted by. */
    private static Conditions hidden(Conditions filter, List<ListChoice> choices) {
        choices.forEach(choice -> filter.within(choice.sorted() ? choice.open() : choice.hidden()));
        return filter;
    }

    private static List<ListChoice> others(List<ListChoice> choices, ListChoice one) {
        return choices.stream().filter(choice -> choice != one).toList();
    }

    private boolean isOfFew(ListChoice choice) {
        return jdbc.sql("select count(*) from (select 1 as one from " + choice.table() + ' '
                                + choice.open().where() + "fetch first " + (few + 1) + " rows only) as some_orders")
                        .params(choice.open().values())
                        .query(Long.class)
                        .single()
                <= few;
    }

    private String[] orders(ListChoice choice) {
        return jdbc.sql("select order_id from " + choice.table() + ' '
                        + choice.open().where() + "fetch first " + (few + 1) + " rows only")
                .params(choice.open().values())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }
}
