package io.ordertrail.query.report;

import io.ordertrail.api.report.OrderToShip;
import java.time.Instant;

/**
 * An order, as the warehouse needs it.
 *
 * @param wanted units ordered and not cancelled
 * @param shipped units that have left
 * @param confirmed whether it may be sent at all: it was confirmed, and has not ended
 * @param since when it was confirmed; before that, when it was placed
 * @param version of the event that it holds last; events that do not matter here leave it as it is
 */
record ToShipRow(
        String orderId,
        String number,
        String customerId,
        long wanted,
        long shipped,
        boolean onHold,
        boolean confirmed,
        Instant since,
        long version) {

    /** Whether something is still to be sent. */
    boolean hasMoreToShip() {
        return confirmed && shipped < wanted;
    }

    ToShipRow want(long units) {
        return new ToShipRow(orderId, number, customerId, units, shipped, onHold, confirmed, since, version);
    }

    ToShipRow ship(long units) {
        return new ToShipRow(orderId, number, customerId, wanted, shipped + units, onHold, confirmed, since, version);
    }

    ToShipRow hold(boolean held) {
        return new ToShipRow(orderId, number, customerId, wanted, shipped, held, confirmed, since, version);
    }

    ToShipRow confirm(Instant at) {
        return new ToShipRow(orderId, number, customerId, wanted, shipped, onHold, true, at, version);
    }

    ToShipRow end() {
        return new ToShipRow(orderId, number, customerId, wanted, shipped, onHold, false, since, version);
    }

    ToShipRow at(long newVersion) {
        return new ToShipRow(orderId, number, customerId, wanted, shipped, onHold, confirmed, since, newVersion);
    }

    OrderToShip view() {
        return new OrderToShip(orderId, number, customerId, wanted, shipped, onHold, since);
    }
}
