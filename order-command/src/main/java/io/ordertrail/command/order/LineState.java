package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.command.kernel.Split;
import org.joda.money.Money;

/**
 * A line as it was priced, and what became of its units.
 *
 * @param backWorth what the units are worth that came back or are asked back
 */
record LineState(OrderLine priced, Quantities units, Money backWorth) {

    /** The value of {@code more} units that are to be cancelled next. */
    Money valueOf(long more) {
        return Split.portion(priced.gross(), units.cancelled(), more, units.ordered());
    }

    /**
     * What the customer pays for {@code more} units that are to be asked back next (rule R3): with what was asked back before, and
     * not freed again, exactly the portion of all these units.
     */
    Money worthBack(long more) {
        long all = units.returned() + units.returning() + more;
        return Split.portion(priced.gross(), units.cancelled(), all, units.ordered())
                .minus(backWorth);
    }
}
