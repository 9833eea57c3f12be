package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A line as the shop asks for it.
 *
 * @param quantity units, 1 to {@link #MAX_QUANTITY}
 * @param unitPrice price of one unit, never negative
 * @param discount taken off the whole line, 0 to quantity × unit price
 * @param taxRate a fraction, 0 to 1: {@code 0.19} is 19 %
 * @param priceIncludesTax whether unit price and discount are gross
 */
public record LineRequest(
        String sku,
        String name,
        int quantity,
        Money unitPrice,
        Money discount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
        boolean priceIncludesTax) {

    public static final int MAX_QUANTITY = 1_000_000;
}
