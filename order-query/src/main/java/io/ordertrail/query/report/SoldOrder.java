package io.ordertrail.query.report;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * What was sold by one order, from its events.
 *
 * @param day on which it was placed, in UTC
 */
record SoldOrder(LocalDate day, CurrencyUnit currency, Map<String, SoldLine> lines) {

    /** The events that change what was sold. */
    static final Set<Class<?>> EVENTS = Set.of(
            OrderCreated.class,
            OrderLinesCancelled.class,
            OrderEdited.class,
            OrderCancelled.class,
            ShipmentResolved.class);

    static SoldOrder placed(OrderCreated order) {
        return new SoldOrder(LocalDate.ofInstant(order.at(), ZoneOffset.UTC), order.currency(), lines(order.lines()));
    }

    /** Itself after {@code event}. An edit begins anew: its lines are all that is ordered from then on. */
    SoldOrder next(OrderEvent event) {
        Map<String, SoldLine> after = new LinkedHashMap<>(lines);
        if (event instanceof OrderEdited edited) {
            after = lines(edited.lines());
        } else if (event instanceof OrderCancelled) {
            after.replaceAll((id, line) -> line.cancelAll());
        } else if (event instanceof OrderLinesCancelled cancelled) {
            cancel(after, cancelled.lines());
        } else if (event instanceof ShipmentResolved resolved && !resolved.sendAgain()) {
            cancel(after, resolved.lines());
        }
        return new SoldOrder(day, currency, after);
    }

    private static void cancel(Map<String, SoldLine> lines, List<CancelledLine> parts) {
        for (CancelledLine part : parts) {
            if (lines.computeIfPresent(part.lineId(), (id, line) -> line.cancel(part)) == null) {
                throw new IllegalStateException("There is no line " + part.lineId() + " to cancel");
            }
        }
    }

    /** An order of the same day that sold nothing. */
    SoldOrder nothing() {
        return new SoldOrder(day, currency, Map.of());
    }

    /** By how much the figures of each SKU change from {@code before} to this; by row of the figures. */
    Map<String, Figure> since(SoldOrder before) {
        Map<String, Figure> changes = new LinkedHashMap<>();
        before.lines.values().forEach(line -> add(changes, figure(line).negated()));
        lines.values().forEach(line -> add(changes, figure(line)));
        changes.values().removeIf(Figure::changesNothing);
        return changes;
    }

    private Figure figure(SoldLine line) {
        return Figure.sold(day, line);
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
