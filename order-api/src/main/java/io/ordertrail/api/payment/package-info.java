/** Payments: money that a provider authorises, captures and refunds for an order. */
@NullMarked
package io.ordertrail.api.payment;

import org.jspecify.annotations.NullMarked;
