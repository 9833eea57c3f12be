package io.ordertrail.api.report;

import org.joda.money.Money;

/**
 * What was sold in a whole period in one currency, as it stands now; the fields are those of {@link SalesDay}.
 *
 * @param shipping what customers pay for it, tax included, of orders that were not cancelled; zero if one SKU was asked
 *     for
 * @param cancelledShipping what they would have paid for it
 */
public record SalesTotal(
        String currency,
        long units,
        Money gross,
        long cancelledUnits,
        Money cancelled,
        Money shipping,
        Money cancelledShipping) {}
