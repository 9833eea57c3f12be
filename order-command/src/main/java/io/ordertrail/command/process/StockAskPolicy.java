package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Between an order and the stock of its lines. What an item keeps for a line, it tells under the number of the line's
 * ask.
 */
final class StockAskPolicy {

    static final String NAME = "stock";

    private static final String ASK = "set-reservation";

    @EventHandler
    void on(StockAsked event, StepOutbox steps) {
        for (StockAsk line : event.lines()) {
            steps.insist(
                    StepId.of(NAME, event.orderId(), ASK, line.lineId(), line.number()),
                    new SetReservation(
                            StockItemId.of(line.sku()),
                            event.orderId(),
                            line.lineId(),
                            line.number(),
                            line.quantity(),
                            line.left()));
        }
    }

    static boolean isAsk(StepId step) {
        return step.process().equals(NAME) && step.kind().equals(ASK);
    }

    /** Then nobody tells stock: the order decides what follows. */
    @EventHandler
    void on(StepTakenOver event, StepOutbox steps) {
        if (isAsk(StepId.of(event))) {
            steps.insist(
                    StepId.of(NAME, event.subject(), "record-stock-ask-taken-over", event.of(), event.number()),
                    new RecordStockAskTakenOver(
                            event.subject(), event.of(), Math.toIntExact(event.number()), event.reason()));
        }
    }

    @EventHandler
    void on(ReservationSet event, @SequenceNumber long position, StepOutbox steps) {
        tell(
                new RecordStockAnswer(
                        event.orderId(),
                        event.lineId(),
                        event.number(),
                        position,
                        event.reserved(),
                        event.backordered(),
                        event.refused(),
                        event.left()),
                steps);
    }

    @EventHandler
    void on(BackorderFilled event, @SequenceNumber long position, StepOutbox steps) {
        tell(
                new RecordStockAnswer(
                        event.orderId(),
                        event.lineId(),
                        event.number(),
                        position,
                        event.reserved(),
                        event.backordered(),
                        0,
                        event.left()),
                steps);
    }

    private static void tell(RecordStockAnswer answer, StepOutbox steps) {
        steps.insist(
                StepId.of(NAME, answer.orderId(), "record-stock-answer", answer.lineId(), answer.position()), answer);
    }
}
