/** The write side of payments: the aggregate, its rules and its handlers. */
@NullMarked
package io.ordertrail.command.payment;

import org.jspecify.annotations.NullMarked;
