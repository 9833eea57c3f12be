package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.Quote;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.BasketValidation;
import io.ordertrail.model.order.input.Pricing;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Says what an order would cost, by the same prices as {@link OrderHandler}; writes nothing. Whether it could be had is not known here.
 */
final class QuoteHandler {

    @QueryHandler
    Quote handle(QuoteOrder query) {
        Basket basket = Basket.of(query);
        Faults faults = new Faults();
        BasketValidation.check(basket, faults);
        faults.refuseIfAny();
        Pricing pricing = Pricing.of(basket);
        return new Quote(pricing.lines(), pricing.shipping(), pricing.totals(), List.of());
    }
}
