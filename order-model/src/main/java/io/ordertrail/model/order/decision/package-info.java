/** What an order decides on each command: a chapter each. */
@NullMarked
package io.ordertrail.model.order.decision;

import org.jspecify.annotations.NullMarked;
