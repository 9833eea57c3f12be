/** What a parcel is, and the rules of its way. */
@NullMarked
package io.ordertrail.model.shipment;

import org.jspecify.annotations.NullMarked;
