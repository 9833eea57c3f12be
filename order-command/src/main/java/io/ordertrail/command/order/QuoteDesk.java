package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.Quote;
import io.ordertrail.api.order.Quote.Availability;
import io.ordertrail.command.Faults;
import org.axonframework.queryhandling.QueryHandler;

/** Says what an order would cost, by the same prices as {@link OrderDesk}; writes nothing. */
final class QuoteDesk {

    @QueryHandler
    Quote handle(QuoteOrder query) {
        Basket basket = Basket.of(query);
        Faults faults = new Faults();
        BasketCheck.check(basket, faults);
        faults.refuseIfAny();
        Pricing pricing = Pricing.of(basket);
        return new Quote(
                pricing.lines(),
                pricing.shipping(),
                pricing.totals(),
                pricing.lines().stream()
                        // No SKU is registered as stock yet, and what is not tracked is always available (rule S7).
                        .map(line -> new Availability(line.lineId(), line.sku(), false, true))
                        .toList());
    }
}
