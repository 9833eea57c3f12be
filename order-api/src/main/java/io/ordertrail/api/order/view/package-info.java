/** What readers are shown of orders, and what they can ask for. */
@NullMarked
package io.ordertrail.api.order.view;

import org.jspecify.annotations.NullMarked;
