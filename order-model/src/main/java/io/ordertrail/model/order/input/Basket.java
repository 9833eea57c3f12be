package io.ordertrail.model.order.input;

import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.OrderCommand.CreateOrder;
import io.ordertrail.api.order.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.ShippingRequest;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What has a price: the part that placing an order and quoting one have in common.
 *
 * @param discount off all lines together, beside the discount of each; null where there is none
 */
public record Basket(
        CurrencyUnit currency,
        List<LineRequest> lines,
        @Nullable ShippingRequest shipping,
        @Nullable Money discount) {

    public static Basket of(CreateOrder order) {
        return new Basket(order.currency(), order.lines(), order.shipping(), order.discount());
    }

    public static Basket of(QuoteOrder quote) {
        return new Basket(quote.currency(), quote.lines(), quote.shipping(), quote.discount());
    }
}
