package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.order.constraint.TaxRate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.joda.money.Money;

/** How the goods shall travel and what that costs. {@code taxRate} is a fraction, 0 to 1. */
public record ShippingRequest(
        @NotBlank @Reference String method,
        @NotNull @Price Money price,

        @NotNull @TaxRate @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal taxRate,

        boolean priceIncludesTax) {}
