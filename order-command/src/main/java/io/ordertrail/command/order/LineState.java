package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.command.Split;
import org.joda.money.Money;

/** A line as it was priced, and what became of its units. */
record LineState(OrderLine priced, Quantities units) {

    /** The value of {@code more} units that are to be cancelled next. */
    Money valueOf(long more) {
        return Split.portion(priced.gross(), units.cancelled(), more, units.ordered());
    }

    /** What the customer pays for {@code more} units that are to be asked back next (rule R3). */
    Money worthAskedBack(long more) {
        return worthAfter(units.returned() + units.returning(), more);
    }

    /** The same of units that are to come back next. */
    Money worthBack(long more) {
        return worthAfter(units.returned(), more);
    }

    private Money worthAfter(long before, long more) {
        return Split.portion(priced.gross(), units.cancelled() + before, more, units.ordered());
    }
}
