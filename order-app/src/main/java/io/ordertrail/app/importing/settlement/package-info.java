/** How imported orders become paid: from accounts of their customers, or recorded as money that arrived. */
@NullMarked
package io.ordertrail.app.importing.settlement;

import org.jspecify.annotations.NullMarked;
