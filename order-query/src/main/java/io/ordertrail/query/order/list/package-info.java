/** The list of orders: its rows, its filters, and its pages. */
@NullMarked
package io.ordertrail.query.order.list;

import org.jspecify.annotations.NullMarked;
