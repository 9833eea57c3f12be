/** What an order still has to ask of others: what it wants, less what it has or has asked. */
@NullMarked
package io.ordertrail.model.order.difference;

import org.jspecify.annotations.NullMarked;
