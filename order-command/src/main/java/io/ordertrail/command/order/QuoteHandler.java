package io.ordertrail.command.order;

import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Says what an order would cost, by the same prices as {@link OrderHandler}; writes nothing. Whether it could be had is
 * not known here.
 */
final class QuoteHandler {

    @QueryHandler
    Quote handle(QuoteOrder query) {
        CommandValidation.check(query);
        Pricing pricing = Pricing.of(Basket.of(query));
        return new Quote(pricing.lines(), pricing.shipping(), pricing.totals(), List.of());
    }
}
