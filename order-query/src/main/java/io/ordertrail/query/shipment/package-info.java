/** The read side of shipments. */
@NullMarked
package io.ordertrail.query.shipment;

import org.jspecify.annotations.NullMarked;
