package io.ordertrail.query.order.list;

import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the orders of a filter are found. Left alone, a database may read all orders that have a frequent word to sort
 * them, or all there are for a rare one; H2 does not even know which is which. So the filter first checks whether one
 * of its conditions has few orders: these are read, and sorted. Where there are more of each, orders are read in the
 * sequence of the list, of which there is an index, until there is a page. That is soon, unless they lie together at
 * the other end of the list; so the first of the list are looked at before.
 */
final class ListFilter {

    /** So many orders are few. */
    static final int FEW = 5_000;

    /**
     * So many times as many can still be read and sorted, where reading in the sequence of the list would take longer.
     */
    private static final int MANY_TIMES = 4;

    /** One order of so many fits at least, where reading in the sequence of the list is soon at an end. */
    private static final int DENSE = 400;

    private final ViewSql views;
    private final int few;

    /** @param few so many orders are read and sorted for one page */
    ListFilter(ViewSql views, int few) {
        this.views = views;
        this.few = few;
    }

    /**
     * @param conditions of the rows of order_list
     * @param bySku whether they are found, and sorted, by the table of SKUs, of which there is a condition
     * @param known the condition whose orders are looked up first, and no others; null if that is none
     */
    record Found(
            Conditions conditions, boolean bySku, @Nullable ListChoice known) {}

    /** @param after where the page begins; null for the first page */
    Found find(Filter asked, Sort sort, SortOrder<?> sorting, @Nullable String after) {
        List<ListChoice> choices = new ListChoices(asked, sort).all();
        Conditions filter = new Conditions();
        choices.forEach(choice -> filter.asked(choice.open()));
        Optional<ListChoice> served =
                choices.stream().filter(ListChoice::served).findFirst();
        if (served.isPresent() && choices.size() == 1) {
            return led(filter, served.get(), List.of());
        }
        ListChoice some = null;
        for (ListChoice choice : choices) {
            if (!choice.sorted()) {
                // Of one that an index serves more than a few need not be looked up, nor beside another that can be.
                int most = choice.served() || some != null ? few : few * MANY_TIMES;
                int orders = count(choice, most + 1);
                if (orders <= few) {
                    return lookedUp(filter, choice, choices);
                }
                some = some == null && orders <= most ? choice : some;
            }
        }
        // What is dense at the beginning of the list may have its end right behind a page.
        if (some != null && (after != null || !isDense(choices, sorting))) {
            return lookedUp(filter, some, choices);
        }
        return served.map(choice -> led(filter, choice, others(choices, choice)))
                .orElseGet(() -> new Found(hidden(filter, choices), false, null));
    }

    private Found lookedUp(Conditions filter, ListChoice choice, List<ListChoice> choices) {
        return new Found(hidden(filter, others(choices, choice)), false, choice);
    }

    /** Whether enough of the first orders of the list are what is asked for. */
    private boolean isDense(List<ListChoice> choices, SortOrder<?> sorting) {
        int first = few * 2 / 5;
        String direction = sorting.descending() ? " desc" : " asc";
        Conditions bounds = new Conditions();
        Conditions rest = new Conditions();
        choices.forEach(
                choice -> (choice.sorted() ? bounds : rest).within(choice.sorted() ? choice.open() : choice.hidden()));
        List<Object> values = new ArrayList<>(bounds.values());
        values.addAll(rest.values());
        long fitting = views.sql("select count(*) from (select * from order_list " + bounds.where() + "order by "
                        + sorting.column() + direction + ", " + sorting.idColumn() + direction + " fetch first " + first
                        + " rows only) as order_list " + rest.where())
                .params(values)
                .query(Long.class)
                .single();
        return fitting * DENSE >= first;
    }

    /** By the index that begins with the column of {@code choice} and goes on in the sequence of the list. */
    private static Found led(Conditions filter, ListChoice choice, List<ListChoice> others) {
        filter.within(choice.open()).lead(choice.column());
        return new Found(hidden(filter, others), choice.table().equals(ListChoice.SKUS), null);
    }

    /** The index of the list's order serves bounds of what it is sorted by. */
    private static Conditions hidden(Conditions filter, List<ListChoice> choices) {
        choices.forEach(choice -> filter.within(choice.sorted() ? choice.open() : choice.hidden()));
        return filter;
    }

    private static List<ListChoice> others(List<ListChoice> choices, ListChoice one) {
        return choices.stream().filter(choice -> choice != one).toList();
    }

    /** How many orders have it, or {@code most} where there are more. */
    private int count(ListChoice choice, int most) {
        return views.sql("select count(*) from (select 1 as one from " + choice.table() + ' '
                        + choice.open().where() + "fetch first " + most + " rows only) as some_orders")
                .params(choice.open().values())
                .query(Integer.class)
                .single();
    }
}
