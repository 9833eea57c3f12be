package io.ordertrail.api.order.value;

import org.joda.money.Money;

/**
 * Rule O2: {@code grand = lines + shipping + taxAdded}, where {@code lines} already has the discounts taken off.
 *
 * @param lines Σ line totals
 * @param discount Σ line discounts, the order's discount among them, for information
 * @param shipping the shipping price as stated
 * @param tax all tax, contained or added
 * @param taxAdded the part of {@code tax} that the stated prices did not include
 * @param grand what the customer owes
 */
public record Totals(Money lines, Money discount, Money shipping, Money tax, Money taxAdded, Money grand) {}
