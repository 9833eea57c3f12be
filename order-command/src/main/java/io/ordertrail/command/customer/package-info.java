/** The write side of customers: what is kept of them, and how they are forgotten. */
@NullMarked
package io.ordertrail.command.customer;

import org.jspecify.annotations.NullMarked;
