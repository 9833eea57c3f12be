package io.ordertrail.api.report;

import org.joda.money.Money;

/** Refunds of a whole period in one currency; the fields are those of {@link RefundDay}. */
public record RefundTotal(String currency, long count, Money amount) {}
