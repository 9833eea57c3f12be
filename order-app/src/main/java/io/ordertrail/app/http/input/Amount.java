package io.ordertrail.app.http.input;

import java.math.BigDecimal;

/**
 * Money as a request states it: a decimal string with exactly the currency's digits, and an ISO 4217 code. Whether it
 * is money at all is for {@link MoneyMapper} to say.
 */
public record Amount(BigDecimal amount, String currency) {}
