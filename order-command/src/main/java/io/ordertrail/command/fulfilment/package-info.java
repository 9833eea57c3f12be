/** Fulfilment: what happens to an order by itself, from the placing to the end, and how it is undone. */
@NullMarked
package io.ordertrail.command.fulfilment;

import org.jspecify.annotations.NullMarked;
