/** The read side of payments. */
@NullMarked
package io.ordertrail.query.payment;

import org.jspecify.annotations.NullMarked;
