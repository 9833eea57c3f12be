/** Shipments: parcels on their way, from the packing table to the customer. */
@NullMarked
package io.ordertrail.api.shipment;

import org.jspecify.annotations.NullMarked;
