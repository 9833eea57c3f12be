/** What an order is: its state, what each event changes of it, and the rules that look into its parts. */
@NullMarked
package io.ordertrail.model.order;

import org.jspecify.annotations.NullMarked;
