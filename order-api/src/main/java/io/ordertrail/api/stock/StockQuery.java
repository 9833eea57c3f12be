package io.ordertrail.api.stock;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries about stock. A SKU that was never registered is refused with {@link StockRefusal.NotTracked}. */
public sealed interface StockQuery {

    /**
     * The item now: {@link StockView}. Where it has not reached {@code minVersion} it is refused with
     * {@link io.ordertrail.api.message.RequestRefusal.ViewBehind}, at once.
     */
    @Named("stock.GetStock")
    record GetStock(String sku, @Nullable Long minVersion) implements StockQuery {}

    /** The item at a moment, folded from the events of its stream: {@link StockView}. */
    @Named("stock.GetStockAsOf")
    record GetStockAsOf(String sku, Moment moment) implements StockQuery {}

    /**
     * How the item's quantities came about: {@link io.ordertrail.api.explanation.Explanation}; {@code of} as of orders.
     */
    @Named("stock.ExplainStock")
    record ExplainStock(String sku, @Nullable String of) implements StockQuery {}

    /**
     * A page of items, by SKU: {@link StockPage}.
     *
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("stock.ListStock")
    record ListStock(Filter filter, int limit, @Nullable String after) implements StockQuery, OfMany {}

    /**
     * A page of what is promised of an item and has not left yet, in the order in which it was asked for:
     * {@link ReservationPage}.
     *
     * @param limit reservations a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("stock.ListReservations")
    record ListReservations(String sku, int limit, @Nullable String after) implements StockQuery, OfMany {}

    /**
     * A page of what is promised of all items and has not left yet, the oldest ask first: {@link PromisePage}. An empty
     * list, and null, ask nothing.
     *
     * @param sku of these items
     * @param orderId to these orders
     * @param backordered whether units of it are not there yet
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("stock.ListPromises")
    record ListPromises(
            List<String> sku,
            List<String> orderId,
            @Nullable Boolean backordered,
            int limit,
            @Nullable String after) implements StockQuery, OfMany {}

    /** How many units of each could be promised now: {@link Availability}. Never refused. */
    @Named("stock.GetAvailability")
    record GetAvailability(List<String> skus) implements StockQuery {}

    /**
     * Which items are meant; null asks nothing of that field.
     *
     * @param sku items whose SKU begins with it
     * @param belowReorderPoint whether so few are available that the item is to be ordered again
     */
    record Filter(@Nullable String sku, @Nullable Boolean belowReorderPoint) {}
}
