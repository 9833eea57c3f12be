/** What needs a second person. */
@NullMarked
package io.ordertrail.app.order.approval;

import org.jspecify.annotations.NullMarked;
