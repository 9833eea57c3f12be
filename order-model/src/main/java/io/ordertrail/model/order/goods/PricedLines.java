package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.Totals;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as it was priced.
 *
 * @param lines by line id, in the order's order
 * @param tracked SKUs of the lines whose units are asked of stock, by line id, also of lines that were taken out
 * @param lastLine the highest line id that was ever given, as lines that were taken out leave their id behind
 * @param edited whether it is other than it was placed
 * @param shipWithin how soon after the confirmation all of it should have left; null where that matters to nobody
 */
public record PricedLines(
        Map<String, OrderLine> lines,
        @Nullable Shipping shipping,
        Totals totals,
        Map<String, String> tracked,
        int lastLine,
        boolean edited,
        @Nullable Duration shipWithin) {

    public static PricedLines of(OrderCreated order) {
        Map<String, OrderLine> lines = byId(order.lines());
        Map<String, String> tracked = new LinkedHashMap<>();
        order.tracked()
                .forEach(lineId -> tracked.put(
                        lineId, Objects.requireNonNull(lines.get(lineId)).sku()));
        return new PricedLines(
                lines,
                order.shipping(),
                order.totals(),
                Collections.unmodifiableMap(tracked),
                order.lines().size(),
                false,
                order.shipWithin());
    }

    public PricedLines edited(OrderEdited edit) {
        int last = edit.lines().stream()
                .mapToInt(line -> Integer.parseInt(line.lineId()))
                .reduce(lastLine, Math::max);
        Map<String, String> more = new LinkedHashMap<>(tracked);
        edit.stock().forEach(line -> more.put(line.lineId(), line.sku()));
        return new PricedLines(
                byId(edit.lines()),
                edit.shipping(),
                edit.totals(),
                Collections.unmodifiableMap(more),
                last,
                true,
                shipWithin);
    }

    private static Map<String, OrderLine> byId(List<OrderLine> lines) {
        Map<String, OrderLine> byId = new LinkedHashMap<>();
        lines.forEach(line -> byId.put(line.lineId(), line));
        return Collections.unmodifiableMap(byId);
    }
}
