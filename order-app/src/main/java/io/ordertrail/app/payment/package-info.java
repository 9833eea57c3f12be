/** Payments over REST. */
@NullMarked
package io.ordertrail.app.payment;

import org.jspecify.annotations.NullMarked;
