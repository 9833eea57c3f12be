/** Providers of payments: what one offers, and the worker that calls it and brings its answers. */
@NullMarked
package io.ordertrail.command.payment.provider;

import org.jspecify.annotations.NullMarked;
