package io.ordertrail.query.order.list;

import io.ordertrail.query.reading.Conditions;

/**
 * A condition on a list of orders, and the ways to find orders by it.
 *
 * @param table where there is an index of it, and the orders' ids
 * @param column the first column of that index
 * @param open as conditions in that table, which its index serves
 * @param hidden the same as conditions of a row of order_list that no index serves
 * @param served whether an index that begins with it goes on in the sequence of the list
 * @param sorted whether the list is sorted by it
 */
record ListChoice(String table, String column, Conditions open, Conditions hidden, boolean served, boolean sorted) {

    static final String SKUS = "order_list_sku";
}
