package io.ordertrail.api.order;

import org.joda.money.Money;

/**
 * The money of an order, all in its one currency.
 *
 * @param value what the order is worth now: its grand total less what was cancelled
 * @param authorized promised and not yet captured
 * @param captured received
 * @param refunded given back; rule O6: never more than captured
 */
public record Funds(Money value, Money authorized, Money captured, Money refunded) {

    public static Funds owing(Money value) {
        Money nothing = Money.zero(value.getCurrencyUnit());
        return new Funds(value, nothing, nothing, nothing);
    }

    public Funds authorize(Money amount) {
        return new Funds(value, authorized.plus(amount), captured, refunded);
    }

    public Funds capture(Money amount) {
        return new Funds(value, authorized, captured.plus(amount), refunded);
    }

    /** The order is worth {@code amount} less than before. */
    public Funds shrink(Money amount) {
        return new Funds(value.minus(amount), authorized, captured, refunded);
    }

    /** What was received and kept. */
    public Money paid() {
        return captured.minus(refunded);
    }

    /** What is still to be paid, never below zero. */
    public Money due() {
        Money rest = value.minus(paid());
        return rest.isNegative() ? Money.zero(value.getCurrencyUnit()) : rest;
    }

    /** Rule O4: whether what {@code terms} ask for has been promised or paid. */
    public boolean satisfy(PaymentTerms terms) {
        return switch (terms) {
            case PREPAID -> !paid().isLessThan(value);
            case AUTH_FIRST -> !paid().plus(authorized).isLessThan(value);
            case INVOICE -> true;
        };
    }
}
