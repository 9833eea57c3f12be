package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderEvent.StockAsked;
import io.ordertrail.api.order.StockAsk;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Between an order and the stock of its lines. What an item keeps for a line, it tells under the number of the line's ask. */
final class StockAskPolicy {

    static final String NAME = "stock";

    @EventHandler
    void on(StockAsked event, Steps steps) {
        for (StockAsk line : event.lines()) {
            steps.insist(
                    StepId.of(NAME, event.orderId(), "set-reservation", line.lineId(), line.number()),
                    new SetReservation(
                            StockItemId.of(line.sku()),
                            event.orderId(),
                            line.lineId(),
                            line.number(),
                            line.quantity(),
                            line.left()));
        }
    }

    @EventHandler
    void on(ReservationSet event, @SequenceNumber long position, Steps steps) {
        steps.insist(
                answer(event.orderId(), event.lineId(), position),
                new RecordStockAnswer(
                        event.orderId(),
                        event.lineId(),
                        event.number(),
                        position,
                        event.reserved(),
                        event.backordered(),
                        event.refused(),
                        event.left()));
    }

    @EventHandler
    void on(BackorderFilled event, @SequenceNumber long position, Steps steps) {
        steps.insist(
                answer(event.orderId(), event.lineId(), position),
                new RecordStockAnswer(
                        event.orderId(),
                        event.lineId(),
                        event.number(),
                        position,
                        event.reserved(),
                        event.backordered(),
                        0,
                        event.left()));
    }

    private static StepId answer(String orderId, String lineId, long position) {
        return StepId.of(NAME, orderId, "record-stock-answer", lineId, position);
    }
}
