package io.ordertrail.api.report;

import io.ordertrail.api.order.value.RefundKind;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Refunds of a day by one method and in one currency.
 *
 * @param day of the zone that was asked for, by business time
 * @param count how many times; a chargeback that the bank gave back takes one off on the day of that, and its amount
 * @param amount all of it together
 */
public record RefundDay(LocalDate day, RefundKind kind, long count, Money amount) {}
