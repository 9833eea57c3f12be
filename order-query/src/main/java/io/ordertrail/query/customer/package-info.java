/** The read side of customers: what is kept of them, and all that is personal. */
@NullMarked
package io.ordertrail.query.customer;

import org.jspecify.annotations.NullMarked;
