/** Payments: money that a provider promises, takes and gives back for an order. */
@NullMarked
package io.ordertrail.api.payment;

import org.jspecify.annotations.NullMarked;
