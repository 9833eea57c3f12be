package io.ordertrail.api.order.value;

import org.joda.money.Money;

/** Units of a line that will not be delivered, and the gross value by which the order shrinks. */
public record CancelledLine(String lineId, int quantity, Money value) {

    @Override
    public String toString() {
        return quantity + " of line " + lineId;
    }
}
