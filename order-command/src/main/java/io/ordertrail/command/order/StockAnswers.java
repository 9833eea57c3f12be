package io.ordertrail.command.order;

import io.ordertrail.api.order.LineStock;
import io.ordertrail.api.order.OrderCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.StockAnswered;
import io.ordertrail.command.Caller;
import java.util.List;

/** What stock answered. An answer to an ask that is not the newest of its line is recorded and changes nothing else. */
record StockAnswers(OrderContext order) {

    List<OrderEvent> heard(RecordStockAnswer answer) {
        order.caller().mustBe(Caller.SERVICE);
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
}
