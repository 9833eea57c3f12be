package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.goods.ReturnMoney;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What events change of an order's returns. */
final class ReturnSteps {

    private ReturnSteps() {}

    static OrderFacts recorded(OrderFacts facts, ReturnRecorded e) {
        OrderReturn after = e.stage() == ReturnStage.REQUESTED
                ? OrderReturn.requested(e, facts.funds().nothing())
                : known(facts, e.returnId()).after(e);
        OrderFacts moved = with(units(facts, e), e.returnId(), after);
        return e.accepted() == null ? moved : moved.withFunds(facts.funds().takeBack(e.accepted()));
    }

    static OrderFacts money(OrderFacts facts, String returnId, UnaryOperator<ReturnMoney> step) {
        OrderReturn before = known(facts, returnId);
        return with(facts, returnId, before.with(step.apply(before.money())));
    }

    private static OrderReturn known(OrderFacts facts, String returnId) {
        return Objects.requireNonNull(facts.returns().get(returnId), returnId);
    }

    private static OrderFacts with(OrderFacts facts, String returnId, OrderReturn changed) {
        Map<String, OrderReturn> returns = new LinkedHashMap<>(facts.returns());
        returns.put(returnId, changed);
        return facts.withReturns(Collections.unmodifiableMap(returns));
    }

    private static OrderFacts units(OrderFacts facts, ReturnRecorded returned) {
        return switch (returned.stage()) {
            case REQUESTED -> GoodsSteps.move(facts, returned.lines(), Quantities::askBack);
            case APPROVED, INSPECTED, UNKNOWN -> facts;
            case RECEIVED -> GoodsSteps.move(facts, returned.lines(), Quantities::takeBack);
            case REJECTED, EXPIRED, CLOSED -> GoodsSteps.move(facts, returned.lines(), Quantities::leave);
        };
    }
}
