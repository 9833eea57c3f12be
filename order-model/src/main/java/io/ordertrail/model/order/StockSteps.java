package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.Quantities;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What events change of what an order has asked of stock, and of what stock keeps for it. */
final class StockSteps {

    private StockSteps() {}

    static OrderFacts asked(OrderFacts facts, StockAsked asked) {
        OrderFacts all = facts;
        for (StockAsk ask : asked.lines()) {
            LineStock before = all.stock().get(ask.lineId());
            LineStock after = before == null ? LineStock.first(ask, asked.at()) : before.ask(ask, asked.at());
            all = stock(all, ask.lineId(), after);
        }
        return all;
    }

    static OrderFacts answered(OrderFacts facts, StockAnswered answer) {
        return change(facts, answer.lineId(), line -> line.answer(answer));
    }

    static OrderFacts takenOver(OrderFacts facts, StockAskTakenOver over) {
        return change(facts, over.lineId(), line -> line.takeOver(over.number()));
    }

    static OrderFacts retried(OrderFacts facts, AskRetried again) {
        return again.lineId() == null ? facts : change(facts, again.lineId(), line -> line.retry(again.number()));
    }

    private static OrderFacts change(OrderFacts facts, String lineId, UnaryOperator<LineStock> step) {
        LineStock before = facts.stock().get(lineId);
        return before == null ? facts : stock(facts, lineId, step.apply(before));
    }

    private static OrderFacts stock(OrderFacts facts, String lineId, LineStock changed) {
        Map<String, LineStock> stock = new LinkedHashMap<>(facts.stock());
        stock.put(lineId, changed);
        return kept(facts.withStock(Collections.unmodifiableMap(stock)));
    }

    /** Of the units that are open, those are there that stock keeps for their line. */
    static OrderFacts kept(OrderFacts facts) {
        Map<String, Quantities> lines = new LinkedHashMap<>(facts.lines());
        facts.stock()
                .forEach((lineId, line) ->
                        lines.computeIfPresent(lineId, (id, units) -> units.keep(line.granted(), line.backordered())));
        return facts.withLines(Collections.unmodifiableMap(lines));
    }
}
