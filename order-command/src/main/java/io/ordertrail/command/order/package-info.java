/** The write side of an order: its rules, its prices and its unique names. */
@NullMarked
package io.ordertrail.command.order;

import org.jspecify.annotations.NullMarked;
