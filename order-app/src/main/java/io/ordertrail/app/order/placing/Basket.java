package io.ordertrail.app.order.placing;

import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The goods and the shipping of a request, as values of the write side. */
record Basket(
        CurrencyUnit currency,
        List<LineRequest> lines,
        @Nullable ShippingRequest shipping,
        @Nullable Money discount) {

    static Basket of(
            String currencyCode,
            List<PlaceOrder.Line> lines,
            PlaceOrder.@Nullable ShippingChoice shipping,
            @Nullable Amount discount,
            MoneyMapper meaning) {
        CurrencyUnit currency = meaning.currency(currencyCode, "/currency");
        return new Basket(
                currency,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(lines.get(i), currency, "/lines/" + i, meaning))
                        .toList(),
                shipping == null ? null : shipping(shipping, lines, currency, meaning),
                meaning.optional(discount, currency, "/discount"));
    }

    static LineRequest line(PlaceOrder.Line line, CurrencyUnit currency, String pointer, MoneyMapper meaning) {
        Money discount = meaning.optional(line.discount(), currency, pointer + "/discount");
        return new LineRequest(
                line.sku(),
                line.name(),
                line.quantity(),
                meaning.money(line.unitPrice(), currency, pointer + "/unitPrice"),
                discount == null ? Money.zero(currency) : discount,
                line.taxRate(),
                line.priceIncludesTax());
    }

    private static ShippingRequest shipping(
            PlaceOrder.ShippingChoice shipping,
            List<PlaceOrder.Line> lines,
            CurrencyUnit currency,
            MoneyMapper meaning) {
        Boolean includesTax = shipping.priceIncludesTax();
        return new ShippingRequest(
                shipping.method(),
                meaning.money(shipping.price(), currency, "/shipping/price"),
                shipping.taxRate(),
                // A shop states all its prices either gross or net.
                includesTax == null ? lines.stream().allMatch(PlaceOrder.Line::priceIncludesTax) : includesTax);
    }
}
