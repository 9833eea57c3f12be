@NullMarked
package io.ordertrail.query.shipment;

import org.jspecify.annotations.NullMarked;
