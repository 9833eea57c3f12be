package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.model.kernel.Split;
import org.joda.money.Money;

/**
 * A line as it was priced, and what became of its units.
 *
 * @param backWorth what the units are worth that came back or are asked back
 */
public record LineState(OrderLine priced, Quantities units, Money backWorth) {

    /** The value of {@code more} units that are to be cancelled next. */
    public Money valueOf(long more) {
        return Split.portion(priced.gross(), units.cancelled(), more, units.ordered());
    }

    /**
     * What the customer pays for {@code more} units that are to be asked back next (rule R3): with what was asked back
     * before, and not freed again, exactly the portion of all these units.
     */
    public Money worthBack(long more) {
        long all = units.returned() + units.returning() + more;
        return Split.portion(priced.gross(), units.cancelled(), all, units.ordered())
                .minus(backWorth);
    }
}
