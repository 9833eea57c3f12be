package io.ordertrail.app.importing;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/** The columns of the file, in the order of its header. What is not of a line must be the same in every row of an order. */
enum Column {
    EXTERNAL_REF(Of.ORDER, Need.REQUIRED),
    CUSTOMER_ID(Of.ORDER, Need.REQUIRED),
    CURRENCY(Of.ORDER, Need.REQUIRED),
    ORDERED_AT(Of.ORDER, Need.REQUIRED),
    SKU(Of.LINE, Need.REQUIRED),
    NAME(Of.LINE, Need.REQUIRED),
    QUANTITY(Of.LINE, Need.REQUIRED),
    UNIT_PRICE(Of.LINE, Need.REQUIRED),
    DISCOUNT(Of.LINE, Need.OPTIONAL),
    TAX_RATE(Of.LINE, Need.OPTIONAL),
    PRICE_INCLUDES_TAX(Of.LINE, Need.OPTIONAL),
    SHIPPING_METHOD(Of.ORDER, Need.OPTIONAL),
    SHIPPING_PRICE(Of.ORDER, Need.OPTIONAL),
    SHIP_NAME(Of.ORDER, Need.REQUIRED),
    SHIP_LINE1(Of.ORDER, Need.REQUIRED),
    SHIP_POSTAL_CODE(Of.ORDER, Need.OPTIONAL),
    SHIP_CITY(Of.ORDER, Need.REQUIRED),
    SHIP_COUNTRY(Of.ORDER, Need.REQUIRED),
    PAID_AT(Of.ORDER, Need.OPTIONAL),
    SHIPPED_AT(Of.ORDER, Need.OPTIONAL),
    DELIVERED_AT(Of.ORDER, Need.OPTIONAL),
    CANCELLED_AT(Of.ORDER, Need.OPTIONAL);

    enum Of {
        ORDER,
        LINE
    }

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    private final Of of;
    private final Need need;

    Column(Of of, Need need) {
        this.of = of;
        this.need = need;
    }

    static String header() {
        return Arrays.stream(values()).map(Column::title).collect(joining(","));
    }

    /** Its name in the header. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean ofOrder() {
        return of == Of.ORDER;
    }

    boolean required() {
        return need == Need.REQUIRED;
    }
}
