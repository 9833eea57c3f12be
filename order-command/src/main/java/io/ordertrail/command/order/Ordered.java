package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.Shipping;
import io.ordertrail.api.order.StockLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as it was priced.
 *
 * @param imported whether the order is history, of which nothing is asked of stock or of a payment provider
 * @param lines by line id, in the order's order
 * @param tracked ids of the lines whose units are asked of stock
 * @param lastLine the highest line id that was ever given, as lines that were taken out leave their id behind
 */
record Ordered(
        boolean imported,
        Map<String, OrderLine> lines,
        @Nullable Shipping shipping,
        Set<String> tracked,
        int lastLine) {

    /** The channel of imported orders. */
    static final String IMPORT = "IMPORT";

    static Ordered of(OrderCreated order) {
        return new Ordered(
                order.channel().equals(IMPORT),
                byId(order.lines()),
                order.shipping(),
                Set.of(),
                order.lines().size());
    }

    Ordered asked(List<StockLine> stock) {
        Set<String> more = Stream.concat(
                        tracked.stream(),
                        stock.stream().filter(line -> line.quantity() > 0).map(StockLine::lineId))
                .collect(Collectors.toUnmodifiableSet());
        return new Ordered(imported, lines, shipping, more, lastLine);
    }

    Ordered edited(OrderEdited edit) {
        int last = edit.lines().stream()
                .mapToInt(line -> Integer.parseInt(line.lineId()))
                .reduce(lastLine, Math::max);
        return new Ordered(imported, byId(edit.lines()), shipping, tracked, last).asked(edit.stock());
    }

    private static Map<String, OrderLine> byId(List<OrderLine> lines) {
        Map<String, OrderLine> byId = new LinkedHashMap<>();
        lines.forEach(line -> byId.put(line.lineId(), line));
        return Collections.unmodifiableMap(byId);
    }
}
