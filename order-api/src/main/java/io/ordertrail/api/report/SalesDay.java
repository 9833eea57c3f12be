package io.ordertrail.api.report;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What was sold of a SKU on a day in one currency, as it stands now: what is cancelled later comes off the day on which
 * it was sold.
 *
 * @param day of the zone that was asked for, by the business time of the placing
 * @param units ordered and not cancelled
 * @param gross what customers pay for these units, tax included, shipping not
 * @param cancelledUnits ordered on that day and cancelled since; not among {@code units}
 * @param cancelled what they would have cost; not in {@code gross}
 */
public record SalesDay(LocalDate day, String sku, long units, Money gross, long cancelledUnits, Money cancelled) {}
