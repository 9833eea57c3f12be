/** The history of an order: a row and a sentence for each event. */
@NullMarked
package io.ordertrail.query.order.history;

import org.jspecify.annotations.NullMarked;
