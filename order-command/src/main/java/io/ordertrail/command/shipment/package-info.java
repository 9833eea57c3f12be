/** The write side of shipments: parcels from the packing table to the customer. */
@NullMarked
package io.ordertrail.command.shipment;

import org.jspecify.annotations.NullMarked;
