package io.ordertrail.model.order.decision;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.model.order.goods.LineStock;
import java.util.List;

/** What stock answered. An answer to an ask that is not the newest of its line is recorded and changes nothing else. */
public record StockAnswerDecisions(OrderContext order) {

    public List<OrderEvent> heard(RecordStockAnswer answer) {
        LineStock line = order.facts().stock().get(answer.lineId());
        if (line == null || answer.number() > line.asked().number() || answer.position() <= line.position()) {
            return List.of();
        }
        return List.of(new StockAnswered(
                order.orderId(),
                answer.lineId(),
                answer.number(),
                answer.position(),
                answer.reserved(),
                answer.backordered(),
                answer.refused(),
                answer.left(),
                order.now()));
    }

    /** Nobody has told stock, so that nothing more is promised: what the order had of it stays. */
    public List<OrderEvent> takenOver(RecordStockAskTakenOver command) {
        LineStock line = order.facts().stock().get(command.lineId());
        if (line == null || line.answered() || command.number() != line.asked().number()) {
            return List.of();
        }
        return List.of(new StockAskTakenOver(
                order.orderId(), command.lineId(), command.number(), command.reason(), order.now()));
    }
}
