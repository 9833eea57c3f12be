package io.ordertrail.query.report;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.query.report.Figure.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was sold by one order, from its events.
 *
 * @param quarter of an hour in which it was placed, as of {@link Figure}
 * @param shipping as one unit, named by its way; null if nothing was shipped at a price
 */
record SoldOrder(
        long quarter,
        CurrencyUnit currency,
        Map<String, SoldLine> lines,
        @Nullable SoldLine shipping) {

    /** The events that change what was sold. */
    static final Set<Class<?>> EVENTS = Set.of(
            OrderCreated.class,
            OrderLinesCancelled.class,
            OrderEdited.class,
            OrderCancelled.class,
            ShipmentResolved.class);

    static SoldOrder placed(OrderCreated order) {
        return new SoldOrder(
                Figure.quarter(order.at()), order.currency(), lines(order.lines()), shipping(order.shipping()));
    }

    /** The order after {@code event}. An edit replaces all lines. */
    SoldOrder next(OrderEvent event) {
        Map<String, SoldLine> after = new LinkedHashMap<>(lines);
        SoldLine way = shipping;
        if (event instanceof OrderEdited edited) {
            after = lines(edited.lines());
            way = shipping(edited.shipping());
        } else if (event instanceof OrderCancelled) {
            after.replaceAll((id, line) -> line.cancelAll());
            way = way == null ? null : way.cancelAll();
        } else if (event instanceof OrderLinesCancelled cancelled) {
            cancel(after, cancelled.lines());
        } else if (event instanceof ShipmentResolved resolved && !resolved.sendAgain()) {
            cancel(after, resolved.lines());
        }
        return new SoldOrder(quarter, currency, after, way);
    }

    private static void cancel(Map<String, SoldLine> lines, List<CancelledLine> parts) {
        for (CancelledLine part : parts) {
            if (lines.computeIfPresent(part.lineId(), (id, line) -> line.cancel(part)) == null) {
                throw new IllegalStateException("There is no line " + part.lineId() + " to cancel");
            }
        }
    }

    /** An order of the same time that sold nothing. */
    SoldOrder nothing() {
        return new SoldOrder(quarter, currency, Map.of(), null);
    }

    /** By how much the figures of each SKU change from {@code before} to this; by row of the figures. */
    Map<String, Figure> since(SoldOrder before) {
        Map<String, Figure> changes = new LinkedHashMap<>();
        before.figures().forEach(figure -> add(changes, figure.negated()));
        figures().forEach(figure -> add(changes, figure));
        changes.values().removeIf(Figure::changesNothing);
        return changes;
    }

    private Stream<Figure> figures() {
        return Stream.concat(
                lines.values().stream().map(line -> Figure.sold(Report.SALES, quarter, line)),
                Stream.ofNullable(shipping).map(way -> Figure.sold(Report.SHIPPING, quarter, way)));
    }

    private static @Nullable SoldLine shipping(@Nullable Shipping way) {
        return way == null ? null : SoldLine.of(way);
    }

    private static void add(Map<String, Figure> sums, Figure more) {
        sums.merge(more.id(), more, Figure::plus);
    }

    private static Map<String, SoldLine> lines(List<OrderLine> lines) {
        Map<String, SoldLine> sold = new LinkedHashMap<>();
        lines.forEach(line -> sold.put(line.lineId(), SoldLine.of(line)));
        return sold;
    }
}
