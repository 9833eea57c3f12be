package io.ordertrail.api.report;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of reports. Each is answered page by page. A cursor of another report or a limit out of bounds is
 * refused with {@link RequestRefusal.InvalidQuery}. In each query, {@code limit} is how many items a page has, 1 to
 * 500, and {@code after} a cursor from a page before, null for the first page.
 */
public sealed interface ReportQuery {

    /**
     * What was sold on each day, the first day first: {@link SalesPage}.
     *
     * @param sku only this one; null for all
     * @param currencies only these; none for all
     */
    @Named("report.GetSales")
    record GetSales(
            Period period,
            @Nullable String sku,
            List<CurrencyUnit> currencies,
            int limit,
            @Nullable String after) implements ReportQuery, OfMany {}

    /** Refunds of each day, the first day first: {@link RefundsPage}. */
    @Named("report.GetRefunds")
    record GetRefunds(
            Period period,
            List<CurrencyUnit> currencies,
            int limit,
            @Nullable String after) implements ReportQuery, OfMany {}

    /** The orders with units that are not shipped yet, the earliest confirmation first: {@link ToShipPage}. */
    @Named("report.GetOpenToShip")
    record GetOpenToShip(int limit, @Nullable String after) implements ReportQuery, OfMany {}
}
