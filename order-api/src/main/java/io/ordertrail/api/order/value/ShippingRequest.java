package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.joda.money.Money;

/** How the goods shall travel and what that costs. {@code taxRate} is a fraction, 0 to 1. */
public record ShippingRequest(
        String method,
        Money price,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
        boolean priceIncludesTax) {}
