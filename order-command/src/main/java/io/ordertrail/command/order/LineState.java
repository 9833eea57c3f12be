package io.ordertrail.command.order;

import io.ordertrail.api.order.Quantities;
import io.ordertrail.command.Split;
import org.joda.money.Money;

/** A line and what became of its units. {@code gross} is what the customer pays for all that were ordered. */
record LineState(Money gross, Quantities units) {

    LineState with(Quantities changed) {
        return new LineState(gross, changed);
    }

    /** The value of {@code more} units that are to be cancelled next. */
    Money valueOf(long more) {
        return Split.portion(gross, units.cancelled(), more, units.ordered());
    }
}
