package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.joda.money.Money;

/** Shipping as it was priced. {@code tax} is contained in {@code price} or to be added to it. */
public record Shipping(
        String method,
        Money price,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
        boolean priceIncludesTax,
        Money tax) {

    /** What the customer pays for shipping, tax included. */
    public Money gross() {
        return priceIncludesTax ? price : price.plus(tax);
    }
}
