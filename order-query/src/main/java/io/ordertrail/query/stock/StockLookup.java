package io.ordertrail.query.stock;

import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.message.SentenceReader;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery.ExplainStock;
import io.ordertrail.api.stock.StockQuery.Filter;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockQuery.ListPromises;
import io.ordertrail.api.stock.StockQuery.ListReservations;
import io.ordertrail.api.stock.StockQuery.ListStock;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.query.explanation.Explainer;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.RowValues;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about stock items, now and earlier, and their reservations. */
final class StockLookup {

    private static final SortOrder<StockView> BY_SKU = new SortOrder<>(
            "stock", "sku", SortOrder.Kind.TEXT, StockView::sku, "item_id", item -> StockItemId.of(item.sku()), false);

    private static final SortOrder<ReservationRow> OLDEST_ASK = new SortOrder<>(
            "reservations",
            "since_at",
            SortOrder.Kind.TIME,
            row -> RowValues.micros(row.sinceAt()),
            "reservation_id",
            ReservationRow::id,
            false);

    private final StateTable<StockView> items;
    private final StateTable<ReservationRow> reservations;
    private final Lookup<StockView> lookup;
    private final Completeness completeness;
    private final Explainer<StockView> explainer;

    StockLookup(
            StateTable<StockView> items,
            StateTable<ReservationRow> reservations,
            Lookup<StockView> lookup,
            Completeness completeness,
            EventStore events) {
        explainer = new Explainer<>(events, StockFold.STREAM, item -> item, SentenceReader::read);
        this.completeness = completeness;
        this.items = items;
        this.reservations = reservations;
        this.lookup = lookup;
    }

    @QueryHandler
    StockView get(GetStock query) {
        return lookup.get(item(query.sku()), query.minVersion());
    }

    @QueryHandler
    StockView get(GetStockAsOf query) {
        return lookup.at(item(query.sku()), query.moment());
    }

    @QueryHandler
    Explanation explain(ExplainStock query) {
        String id = item(query.sku());
        return explainer.explain(id, query.of()).orElseThrow(() -> lookup.refused(id));
    }

    @QueryHandler
    StockPage list(ListStock query) {
        Page<StockView> page = completeness.whole(
                items.name(),
                () -> PageReader.page(items::findEach, filter(query.filter()), BY_SKU, query.after(), query.limit()));
        return new StockPage(page.rows(), page.next(), page.previous(), page.end(), page.unreadable());
    }

    private static Conditions filter(Filter asked) {
        Conditions filter = new Conditions();
        if (asked.sku() != null) {
            filter.and(
                    "sku like ? escape '!'",
                    Conditions.plain("sku", asked.sku()).replaceAll("[!%_]", "!$0") + "%");
        }
        if (asked.belowReorderPoint() != null) {
            filter.and("low = ?", asked.belowReorderPoint());
        }
        return filter;
    }

    @QueryHandler
    ReservationPage list(ListReservations query) {
        String item = item(query.sku());
        lookup.get(item, null);
        Page<ReservationRow> page = completeness.whole(
                reservations.name(),
                () -> PageReader.page(
                        reservations::findEach,
                        new Conditions().and("item_id = ? and is_open = true", item),
                        // A cursor is valid for the list of one item only.
                        oldestFirst("reservations of " + query.sku()),
                        query.after(),
                        query.limit()));
        return new ReservationPage(
                page.rows().stream().map(ReservationRow::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    PromisePage list(ListPromises query) {
        Conditions filter = new Conditions()
                .and("is_open = ?", true)
                .oneOf("item_id", query.sku().stream().map(StockLookup::item).toList())
                .oneOf("order_id", "orderId", query.orderId());
        if (query.backordered() != null) {
            filter.and(query.backordered() ? "backordered > 0" : "backordered = 0");
        }
        Page<ReservationRow> page = completeness.whole(
                reservations.name(),
                () -> PageReader.page(reservations::findEach, filter, OLDEST_ASK, query.after(), query.limit()));
        return new PromisePage(
                page.rows().stream().map(ReservationRow::promise).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    private static SortOrder<ReservationRow> oldestFirst(String list) {
        return new SortOrder<>(
                list,
                "since",
                SortOrder.Kind.NUMBER,
                ReservationRow::since,
                "reservation_id",
                ReservationRow::id,
                false);
    }

    @QueryHandler
    Availability availability(GetAvailability query) {
        Map<String, Long> units = new TreeMap<>();
        List<String> asked =
                query.skus().stream().map(StockLookup::item).distinct().toList();
        // A shop makes promises from it: without a valid row the answer comes from the events.
        completeness
                .whole(items.name(), () -> lookup.complete(asked, items.byIds(asked)))
                .values()
                .forEach(item -> units.put(item.sku(), Math.max(0, item.available())));
        return new Availability(units);
    }

    /** Does not look up an invalid SKU: no database accepts a NUL, for example. */
    private static String item(String sku) {
        return StockItemId.of(Conditions.plain("sku", sku));
    }
}
