package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Sku;
import io.ordertrail.api.constraint.Units;
import io.ordertrail.api.order.constraint.TaxRate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A line as the shop asks for it.
 *
 * @param quantity units, 1 to {@link Units#MOST}
 * @param unitPrice price of one unit, never negative
 * @param discount taken off the whole line, 0 to quantity × unit price
 * @param taxRate a fraction, 0 to 1: {@code 0.19} is 19 %
 * @param priceIncludesTax whether unit price and discount are gross
 */
public record LineRequest(
        @NotBlank @Sku String sku,
        @NotBlank @Label String name,
        @Units int quantity,
        @NotNull @Price Money unitPrice,
        @NotNull @Price Money discount,

        @NotNull @TaxRate @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal taxRate,

        boolean priceIncludesTax) {}
