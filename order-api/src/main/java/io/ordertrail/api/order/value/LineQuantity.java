package io.ordertrail.api.order.value;

import io.ordertrail.api.constraint.Units;

/** So many units, at least 1, of one line. */
public record LineQuantity(String lineId, @Units int quantity) {

    @Override
    public String toString() {
        return quantity + " of line " + lineId;
    }
}
