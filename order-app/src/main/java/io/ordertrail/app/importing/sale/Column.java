package io.ordertrail.app.importing.sale;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/** The columns of our own format, in the order of its header. What is of an order is the same in every row of it. */
public enum Column {
    EXTERNAL_REF(Of.ORDER, Need.REQUIRED, Kind.CODE),
    CUSTOMER_ID(Of.ORDER, Need.REQUIRED, Kind.CODE),
    CURRENCY(Of.ORDER, Need.REQUIRED, Kind.CODE),
    ORDERED_AT(Of.ORDER, Need.REQUIRED, Kind.TIME),
    SKU(Of.LINE, Need.REQUIRED, Kind.CODE),
    NAME(Of.LINE, Need.REQUIRED, Kind.PROSE),
    QUANTITY(Of.LINE, Need.REQUIRED, Kind.UNITS),
    UNIT_PRICE(Of.LINE, Need.REQUIRED, Kind.NUMBER),
    DISCOUNT(Of.LINE, Need.OPTIONAL, Kind.NUMBER),
    TAX_RATE(Of.LINE, Need.OPTIONAL, Kind.NUMBER),
    PRICE_INCLUDES_TAX(Of.LINE, Need.OPTIONAL, Kind.FLAG),
    ORDER_DISCOUNT(Of.ORDER, Need.OPTIONAL, Kind.NUMBER),
    SHIPPING_METHOD(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIPPING_PRICE(Of.ORDER, Need.OPTIONAL, Kind.NUMBER),
    SHIPPING_TAX_RATE(Of.ORDER, Need.OPTIONAL, Kind.NUMBER),
    SHIP_NAME(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_LINE1(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_LINE2(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_POSTAL_CODE(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    SHIP_CITY(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_REGION(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_COUNTRY(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    SHIP_COMPANY(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    SHIP_EMAIL(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    SHIP_PHONE(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    BILL_NAME(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_LINE1(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_LINE2(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_POSTAL_CODE(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    BILL_CITY(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_REGION(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_COUNTRY(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    BILL_COMPANY(Of.ORDER, Need.OPTIONAL, Kind.PROSE),
    BILL_EMAIL(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    BILL_PHONE(Of.ORDER, Need.OPTIONAL, Kind.CODE),
    EXPECTED_TOTAL(Of.ORDER, Need.OPTIONAL, Kind.NUMBER),
    PAID_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    SHIPPED_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    SHIPPED_QUANTITY(Of.LINE, Need.OPTIONAL, Kind.UNITS),
    DELIVERED_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    CANCELLED_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    RETURNED_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    RETURNED_QUANTITY(Of.LINE, Need.OPTIONAL, Kind.UNITS),
    REFUNDED_AT(Of.ORDER, Need.OPTIONAL, Kind.TIME),
    REFUNDED_AMOUNT(Of.ORDER, Need.OPTIONAL, Kind.NUMBER);

    enum Of {
        ORDER,
        LINE
    }

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** What its cells must be. */
    enum Kind {
        /** Text of people: an apostrophe may be the first of its letters. */
        PROSE,
        CODE,
        UNITS,
        NUMBER,
        TIME,
        FLAG
    }

    private final Of of;
    private final Need need;
    private final Kind kind;

    Column(Of of, Need need, Kind kind) {
        this.of = of;
        this.need = need;
        this.kind = kind;
    }

    public static String header() {
        return Arrays.stream(values()).map(Column::title).collect(joining(","));
    }

    /** Its name in the header. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean ofOrder() {
        return of == Of.ORDER;
    }

    boolean required() {
        return need == Need.REQUIRED;
    }

    boolean isNumeric() {
        return kind == Kind.NUMBER || kind == Kind.UNITS;
    }

    Kind kind() {
        return kind;
    }
}
