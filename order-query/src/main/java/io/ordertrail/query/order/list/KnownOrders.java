package io.ordertrail.query.order.list;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of orders that one condition has found: they are looked up by their ids, and then sorted. The databases do
 * that well in different words only. What both understand takes twice as long on each.
 */
enum KnownOrders {
    /**
     * It looks up an array in one go, in the order of the index; joined rows it looks up one by one. {@code offset 0}
     * is where it stops to look for another way: it would read the list in its order else, and look at each row whether
     * it is one of them.
     */
    ARRAY("(select * from order_list where order_id = any(array(select order_id from ", ")) offset 0) as order_list"),

    /**
     * For H2. It would compare each row with all of an array once more, and it gathers all columns of all rows of a
     * subquery before it sorts them.
     */
    JOIN(
            "unnest(array(select distinct order_id from ",
            ")) as known (id) join order_list on order_list.order_id = known.id");

    private final String before;
    private final String after;

    KnownOrders(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The one for the database of {@code jdbc}. */
    static KnownOrders of(JdbcTemplate jdbc) {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(product)) ? ARRAY : JOIN;
    }

    /** What follows {@code from} in a query of those that {@code choice} finds, with a mark for each of its values. */
    String tables(ListChoice choice) {
        return before + choice.table() + ' ' + choice.open().where() + after;
    }
}
