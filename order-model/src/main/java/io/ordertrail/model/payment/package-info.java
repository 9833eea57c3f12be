/** What a payment is: money promised, taken and given back, and the request that is open. */
@NullMarked
package io.ordertrail.model.payment;

import org.jspecify.annotations.NullMarked;
