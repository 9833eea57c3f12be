package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.value.ReturnStage;
import java.time.Instant;
import org.joda.money.Money;

/**
 * A return as its order knows it.
 *
 * @param request with which it began
 * @param updatedAt when it reached its stage
 */
public record OrderReturn(ReturnRecorded request, ReturnProgress progress, ReturnMoney money, Instant updatedAt) {

    public static OrderReturn requested(ReturnRecorded request, Money nothing) {
        return new OrderReturn(
                request, ReturnProgress.of(request), ReturnMoney.requested(request, nothing), request.at());
    }

    public OrderReturn after(ReturnRecorded event) {
        return new OrderReturn(request, progress.after(event), money.after(event), event.at());
    }

    public ReturnStage stage() {
        return progress.stage();
    }

    /** Whether money may still be owed for it. */
    public boolean isOwed() {
        return money.isOwed();
    }

    public OrderReturn with(ReturnMoney changed) {
        return new OrderReturn(request, progress, changed, updatedAt);
    }
}
