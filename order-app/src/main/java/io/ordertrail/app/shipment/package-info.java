/** Shipments over REST. */
@NullMarked
package io.ordertrail.app.shipment;

import org.jspecify.annotations.NullMarked;
