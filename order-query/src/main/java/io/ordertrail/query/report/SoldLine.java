package io.ordertrail.query.report;

import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import org.joda.money.Money;

/**
 * What was sold by one line of an order, or by its shipping.
 *
 * @param units ordered and not cancelled
 * @param gross the amount that the customer pays for them
 * @param cancelledUnits ordered and cancelled
 * @param cancelled the amount that the customer would have paid for them
 */
record SoldLine(String sku, long units, Money gross, long cancelledUnits, Money cancelled) {

    static SoldLine of(OrderLine line) {
        Money gross = line.gross();
        return new SoldLine(line.sku(), line.quantity(), gross, 0, Money.zero(gross.getCurrencyUnit()));
    }

    static SoldLine of(Shipping way) {
        Money gross = way.gross();
        return new SoldLine(way.method(), 1, gross, 0, Money.zero(gross.getCurrencyUnit()));
    }

    SoldLine cancel(CancelledLine part) {
        return cancel(part.quantity(), part.value());
    }

    SoldLine cancelAll() {
        return cancel(units, gross);
    }

    private SoldLine cancel(long fewer, Money worth) {
        return new SoldLine(sku, units - fewer, gross.minus(worth), cancelledUnits + fewer, cancelled.plus(worth));
    }
}
