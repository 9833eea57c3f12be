package io.ordertrail.command.order;

import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.OrderCommand.CreateOrder;
import io.ordertrail.api.order.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.ShippingRequest;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What has a price: the part that placing an order and quoting one have in common. */
record Basket(
        CurrencyUnit currency,
        List<LineRequest> lines,
        @Nullable ShippingRequest shipping) {

    static Basket of(CreateOrder order) {
        return new Basket(order.currency(), order.lines(), order.shipping());
    }

    static Basket of(QuoteOrder quote) {
        return new Basket(quote.currency(), quote.lines(), quote.shipping());
    }
}
