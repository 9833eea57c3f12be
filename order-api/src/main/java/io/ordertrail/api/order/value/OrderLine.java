package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ordertrail.api.personal.PersonalData;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was priced, once and for ever.
 *
 * @param lineId {@code "1"}, {@code "2"} … in the order of the request
 * @param discount everything that is taken off the whole line, its share of the order's discount included
 * @param orderDiscount that share
 * @param total quantity × unit price − discount; gross or net as {@code priceIncludesTax} says
 * @param tax this line's share of its rate's tax, contained in {@code total} or to be added to it
 * @param note what staff wrote about the line when it was edited, or null
 */
public record OrderLine(
        String lineId,
        String sku,
        String name,
        int quantity,
        Money unitPrice,
        Money discount,
        Money orderDiscount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
        boolean priceIncludesTax,
        Money total,
        Money tax,
        @PersonalData @Nullable String note) {

    /** A line about which nothing is noted, of an order without a discount on the whole. */
    public OrderLine(
            String lineId,
            String sku,
            String name,
            int quantity,
            Money unitPrice,
            Money discount,
            BigDecimal taxRate,
            boolean priceIncludesTax,
            Money total,
            Money tax) {
        this(
                lineId,
                sku,
                name,
                quantity,
                unitPrice,
                discount,
                Money.zero(discount.getCurrencyUnit()),
                taxRate,
                priceIncludesTax,
                total,
                tax,
                null);
    }

    /** The same line with another note. */
    public OrderLine noted(String text) {
        return with(orderDiscount, text);
    }

    /** The same line of an order of whose discount it has this share. */
    public OrderLine sharing(Money ofOrderDiscount) {
        return with(ofOrderDiscount, note);
    }

    private OrderLine with(Money ofOrderDiscount, @Nullable String text) {
        return new OrderLine(
                lineId,
                sku,
                name,
                quantity,
                unitPrice,
                discount,
                ofOrderDiscount,
                taxRate,
                priceIncludesTax,
                total,
                tax,
                text);
    }

    /** What the customer pays for the whole line, tax included. */
    public Money gross() {
        return priceIncludesTax ? total : total.plus(tax);
    }
}
