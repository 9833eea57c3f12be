package io.ordertrail.command.order;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderStockRejected;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderRefusal.UnknownLine;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an order makes of news about its stock. News that comes too late, or twice, makes nothing. */
record StockNews(OrderState state, Instant now) {

    List<OrderEvent> reserved(RecordStockReserved news) {
        if (isOver() || state.facts().goods().awaited() == 0) {
            return List.of();
        }
        List<LineQuantity> missing = news.backordered().stream()
                .map(line -> new LineQuantity(line.lineId(), atMost(line.quantity(), awaited(line.lineId()))))
                .filter(line -> line.quantity() > 0)
                .toList();
        return List.of(new OrderStockReserved(state.orderId(), missing, now));
    }

    List<OrderEvent> rejected(RecordStockRejected news) {
        if (isOver() || awaited(news.lineId()) == 0) {
            return List.of();
        }
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderStockRejected(state.orderId(), news.lineId(), now));
        if (state.facts().lifecycle() == OrderLifecycle.PENDING) {
            events.add(new OrderCancelled(state.orderId(), CancellationReason.OUT_OF_STOCK, null, now));
        } else {
            events.addAll(Problems.outOfStock(state, news.lineId(), now));
        }
        return events;
    }

    List<OrderEvent> filled(RecordBackorderFilled news) {
        int units = atMost(
                news.quantity(), state.facts().lines().containsKey(news.lineId()) ? backordered(news.lineId()) : 0);
        return isOver() || units <= 0
                ? List.of()
                : List.of(new OrderBackorderFilled(state.orderId(), news.lineId(), units, now));
    }

    private boolean isOver() {
        OrderLifecycle lifecycle = state.facts().lifecycle();
        return lifecycle == OrderLifecycle.CANCELLED || lifecycle == OrderLifecycle.COMPLETED;
    }

    private long backordered(String lineId) {
        return state.units(lineId).backordered();
    }

    private long awaited(String lineId) {
        return state.line(lineId)
                .orElseThrow(() -> new Refused(new UnknownLine(lineId)))
                .units()
                .awaited();
    }

    private static int atMost(int units, long bound) {
        return Math.toIntExact(Math.min(units, bound));
    }
}
