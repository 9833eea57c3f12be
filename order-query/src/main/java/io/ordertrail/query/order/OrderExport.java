package io.ordertrail.query.order;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderQuery.BeginExport;
import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.api.projection.ProjectionRefusal.ViewLate;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.order.list.OrderList;
import io.ordertrail.query.order.list.OrderListTable;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Answers pages of an export: the list gives the orders, and an order that has changed since the export began is read
 * from its events, as it was. An order without a change costs no more than in a list.
 */
final class OrderExport {

    private final OrderList list;
    private final StateTable<FoldedOrder> views;
    private final AggregateStream<FoldedOrder> streams;
    private final Positions positions;
    private final Clock clock;

    OrderExport(
            OrderList list,
            StateTable<FoldedOrder> views,
            AggregateStream<FoldedOrder> streams,
            Positions positions,
            Clock clock) {
        this.list = list;
        this.views = views;
        this.streams = streams;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * The clock first: all that was stored by its time, and nothing that is recorded later, is then before the
     * position.
     */
    @QueryHandler
    ExportMoment begin(BeginExport query) {
        Instant asOf = micros(clock.instant());
        return new ExportMoment(asOf, positions.head());
    }

    @QueryHandler
    ExportPage export(ExportOrders query) {
        if (positions.of(OrderListTable.NAME) < query.moment().position()) {
            throw new Refused(new ViewLate(OrderListTable.NAME));
        }
        Page<ListedOrder> page = list.page(query.filter(), query.sort(), query.after(), query.limit());
        Map<String, FoldedOrder> seen = query.lines()
                ? views.byIds(page.rows().stream().map(ListedOrder::orderId).toList())
                : Map.of();
        List<ExportPage.Item> items = page.rows().stream()
                .flatMap(row -> item(row, Optional.ofNullable(seen.get(row.orderId())), query).stream())
                .toList();
        return new ExportPage(items, page.next(), page.unreadable());
    }

    /** Empty if the order was recorded later. */
    private Optional<ExportPage.Item> item(ListedOrder row, Optional<FoldedOrder> seen, ExportOrders query) {
        Instant asOf = query.moment().asOf();
        if (!query.lines() && !row.updatedAt().isAfter(asOf)) {
            return Optional.of(new ExportPage.Item(row.summary(), null));
        }
        // A view may be behind the list, or before it.
        return seen.filter(order -> order.version() >= row.version()
                        && !micros(order.updatedAt()).isAfter(asOf))
                .or(() -> streams.at(row.orderId(), Moment.asOf(asOf)))
                .map(order ->
                        new ExportPage.Item(OrderViews.summary(order), query.lines() ? OrderViews.lines(order) : null));
    }
}
