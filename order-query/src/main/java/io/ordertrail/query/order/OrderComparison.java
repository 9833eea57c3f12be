package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.Totals;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.query.order.Audited.Breach;
import io.ordertrail.query.order.Audited.Total;
import io.ordertrail.query.projection.Recorded;
import io.ordertrail.query.projection.RowValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares one order's rows with its events. A row is compared with the fold of as many events as its version says: one that lags
 * is not wrong, it is behind.
 */
final class OrderComparison {

    private static final int VIEW_VERSION = column(OrderViewTable.COLUMNS, "version");
    private static final int VIEW_STATE = column(OrderViewTable.COLUMNS, "state");
    private static final int LIST_VERSION = column(ListedOrderColumns.READ, "version");
    private static final int HISTORY_VERSION = column(OrderHistoryTable.COLUMNS, "version");

    private final String orderId;
    private final OrderViewTable views;
    private final OrderHistoryFold histories;
    private final @Nullable RowValues view;
    private final @Nullable RowValues list;
    private final List<String> skus;
    private final List<String> words;
    private final Map<String, String> metadata;
    private final Map<Long, RowValues> history = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private final Map<String, String> behind = new LinkedHashMap<>();
    private final Map<String, Total> totals = new HashMap<>();
    private long version = -1;
    private @Nullable FoldedOrder folded;
    private @Nullable ListedOrder listed;

    OrderComparison(
            String orderId,
            OrderViewTable views,
            OrderHistoryFold histories,
            List<RowValues> view,
            List<RowValues> list,
            List<RowValues> skus,
            List<RowValues> words,
            List<RowValues> metadata,
            List<RowValues> history) {
        this.orderId = orderId;
        this.views = views;
        this.histories = histories;
        this.view = view.isEmpty() ? null : view.get(0);
        this.list = list.isEmpty() ? null : list.get(0);
        this.skus = texts(skus);
        this.words = texts(words);
        this.metadata = metadata.stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.at(1)), row -> String.valueOf(row.at(2))));
        history.forEach(row -> this.history.put(number(row, HISTORY_VERSION), row));
    }

    Audited with(DomainEventStream stream) {
        long rowsOfHistory = history.size();
        try {
            while (stream.hasNext()) {
                next(stream.next());
            }
            compareEnds();
        } catch (RuntimeException e) {
            breach(Audited.EVENTS, "event " + (version + 1) + " cannot be processed: " + e.getMessage());
        }
        tellTotals();
        return new Audited(
                orderId,
                version + 1,
                Map.of(
                        OrderViewTable.NAME, view == null ? 0L : 1L,
                        OrderListTable.NAME, list == null ? 0L : 1L,
                        OrderHistoryTable.NAME, rowsOfHistory),
                breaches,
                behind,
                totals);
    }

    private void next(DomainEventMessage<?> message) {
        Recorded<OrderEvent> recorded = OrderStream.recorded(message);
        folded = OrderFold.fold(folded, recorded);
        listed = OrderListFold.fold(listed, recorded);
        HistoryRow expected = histories.row(message);
        version = recorded.version();
        FoldedOrder foldedNow = folded;
        ListedOrder listedNow = listed;
        if (view != null && number(view, VIEW_VERSION) == version) {
            RowValues should = RowValues.written(bound -> views.bind(bound, foldedNow));
            compare(OrderViewTable.NAME, should, view, OrderViewTable.COLUMNS);
        }
        if (list != null && number(list, LIST_VERSION) == version) {
            RowValues should = RowValues.written(bound -> ListedOrderColumns.bind(bound, listedNow));
            compare(OrderListTable.NAME, should, list, ListedOrderColumns.ALL);
            compare("SKUs", skus, listedNow.skus());
            compare("words", words, listedNow.words());
            compare("metadata", metadata, listedNow.metadata());
        }
        RowValues row = history.remove(version);
        if (row != null) {
            RowValues should = RowValues.written(bound -> OrderHistoryTable.bind(bound, expected));
            compare(OrderHistoryTable.NAME, should, row, OrderHistoryTable.COLUMNS);
        } else if (!behind.containsKey(OrderHistoryTable.NAME)) {
            behind.put(OrderHistoryTable.NAME, "has no row of event " + version);
        }
    }

    private void compareEnds() {
        compareEnd(OrderViewTable.NAME, view == null ? -1 : number(view, VIEW_VERSION));
        compareEnd(OrderListTable.NAME, list == null ? -1 : number(list, LIST_VERSION));
        history.keySet()
                .forEach(left ->
                        breach(OrderHistoryTable.NAME, "has a row of event " + left + ", which does not exist"));
        // Only at the end: news of a refund may come before that of its money.
        if (folded != null && overdrawn(folded)) {
            breach(Audited.EVENTS, "O6 broken: more went back than was captured, and no problem tells of it");
        }
    }

    private static boolean overdrawn(FoldedOrder order) {
        Funds funds = order.facts().funds();
        return funds.refunded().isGreaterThan(funds.captured())
                && order.facts().problems().isEmpty();
    }

    private void compare(String what, Object found, Object expected) {
        if (!expected.equals(found)) {
            breach(OrderListTable.NAME, what + " are " + found + ", the events say " + expected);
        }
    }

    /** The other columns, sorted. */
    private static List<String> texts(List<RowValues> rows) {
        return rows.stream().map(row -> String.valueOf(row.at(1))).sorted().toList();
    }

    private void compareEnd(String projection, long versionOfRow) {
        if (versionOfRow > version) {
            breach(projection, "is at version " + versionOfRow + ", its events end at " + version);
        } else if (versionOfRow < version) {
            behind.put(projection, "is at version " + versionOfRow + ", its events go to " + version);
        }
    }

    private void compare(String projection, RowValues should, RowValues is, String columns) {
        should.differenceFrom(is, columns)
                .ifPresent(column -> breach(
                        projection,
                        column + " is " + brief(is, columns, column) + ", the fold of its events says "
                                + brief(should, columns, column)));
    }

    private void tellTotals() {
        if (folded != null) {
            totals.put(Audited.EVENTS, total(folded));
        }
        try {
            if (view != null) {
                totals.put(OrderViewTable.NAME, total(views.state(String.valueOf(view.at(VIEW_STATE)))));
            }
            if (list != null) {
                CurrencyUnit currency = CurrencyUnit.of(String.valueOf(cell(list, "currency")));
                totals.put(
                        OrderListTable.NAME,
                        new Total(
                                money(list, "goods_total", currency),
                                money(list, "shipping_total", currency),
                                money(list, "grand_total", currency)));
            }
        } catch (RuntimeException e) {
            breach(
                    view == null ? OrderListTable.NAME : OrderViewTable.NAME,
                    "totals cannot be read: " + e.getMessage());
        }
    }

    private static Total total(FoldedOrder order) {
        Totals now = order.totals();
        return new Total(now.lines(), now.shipping(), now.grand());
    }

    private void breach(String source, String what) {
        breaches.add(new Breach(source, orderId + ": " + what));
    }

    private static @Nullable Object cell(RowValues row, String column) {
        return row.at(column(ListedOrderColumns.READ, column));
    }

    private static Money money(RowValues row, String column, CurrencyUnit currency) {
        return Money.of(currency, new BigDecimal(String.valueOf(cell(row, column))));
    }

    private static long number(RowValues row, int column) {
        return Long.parseLong(String.valueOf(row.at(column)));
    }

    private static String brief(RowValues row, String columns, String column) {
        String text = String.valueOf(row.at(column(columns, column)));
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static int column(String columns, String name) {
        return Arrays.asList(columns.split(", ")).indexOf(name);
    }
}
