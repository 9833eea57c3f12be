/** The write side of payments: their rules, and the providers that are asked for the money. */
@NullMarked
package io.ordertrail.command.payment;

import org.jspecify.annotations.NullMarked;
