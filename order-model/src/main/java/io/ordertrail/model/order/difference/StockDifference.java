package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.Quantities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an order wants stock to keep, beside what it has asked: raise, lower and release are one ask. */
public record StockDifference(OrderState state, Instant at) {

    public List<OrderEvent> asks() {
        if (state.facts().imported()) {
            return List.of();
        }
        List<StockAsk> asks = new ArrayList<>();
        state.ordered().tracked().forEach((lineId, sku) -> {
            LineStock line = state.facts().stock().get(lineId);
            StockAsk next = ask(lineId, sku, line == null ? 1 : line.asked().number() + 1);
            boolean differs = line == null
                    ? next.quantity() > 0
                    : line.total() != next.quantity() + next.left()
                            || (line.again() && (next.quantity() > 0 || line.takenOver()));
            if (differs) {
                asks.add(next);
            }
        });
        return asks.isEmpty() ? List.of() : List.of(new StockAsked(state.orderId(), List.copyOf(asks), at));
    }

    /**
     * All that the line wants and has not left: nothing of a line that was taken out, or of an order that was
     * cancelled.
     */
    private StockAsk ask(String lineId, String sku, int number) {
        Quantities units = state.facts().lines().get(lineId);
        if (units == null) {
            return new StockAsk(lineId, sku, number, 0, 0);
        }
        boolean over = state.facts().lifecycle() == OrderLifecycle.CANCELLED;
        return new StockAsk(
                lineId, sku, number, over ? 0 : units.wanted() - units.shipped(), units.shipped() + units.lost());
    }
}
