package io.ordertrail.app.importing.sale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an order and its bill go. What nobody sends, downloads and vouchers, goes nowhere: such an order has no
 * address.
 *
 * @param country of addresses that name none, or null
 */
record Addresses(@Nullable String country) {

    private static final String COUNTRY = "country";

    private static final Map<String, Column> SHIPPING = parts("SHIP_");
    private static final Map<String, Column> BILLING = parts("BILL_");

    /** Adds what is missing to the flaws of {@code cells}. */
    void check(Cells cells) {
        for (Map<String, Column> parts : List.of(SHIPPING, BILLING)) {
            if (isGiven(cells, parts)) {
                require(cells, parts);
            }
        }
    }

    /** Null where the order goes nowhere. */
    @Nullable
    Map<String, Object> shipping(Cells cells) {
        return isGiven(cells, SHIPPING) ? read(cells, SHIPPING) : null;
    }

    /** Null where the bill goes where the goods go. */
    @Nullable
    Map<String, Object> billing(Cells cells) {
        return isGiven(cells, BILLING) ? read(cells, BILLING) : null;
    }

    /** A country alone is no address. */
    private static boolean isGiven(Cells cells, Map<String, Column> parts) {
        return parts.entrySet().stream().anyMatch(part -> !part.getKey().equals(COUNTRY) && cells.has(part.getValue()));
    }

    private void require(Cells cells, Map<String, Column> parts) {
        for (String part : List.of("name", "line1", "city", COUNTRY)) {
            Column column = parts.get(part);
            boolean known = part.equals(COUNTRY) && country != null;
            if (column != null && !cells.has(column) && !known) {
                cells.flaw(column, "MISSING", "is empty");
            }
        }
    }

    private Map<String, Object> read(Cells cells, Map<String, Column> parts) {
        Map<String, Object> address = new LinkedHashMap<>();
        if (country != null) {
            address.put(COUNTRY, country);
        }
        parts.forEach((name, column) -> {
            if (cells.has(column)) {
                address.put(name, cells.text(column));
            }
        });
        return address;
    }

    private static Map<String, Column> parts(String prefix) {
        Map<String, Column> parts = new LinkedHashMap<>();
        parts.put("name", Column.valueOf(prefix + "NAME"));
        parts.put("line1", Column.valueOf(prefix + "LINE1"));
        parts.put("line2", Column.valueOf(prefix + "LINE2"));
        parts.put("postalCode", Column.valueOf(prefix + "POSTAL_CODE"));
        parts.put("city", Column.valueOf(prefix + "CITY"));
        parts.put("region", Column.valueOf(prefix + "REGION"));
        parts.put(COUNTRY, Column.valueOf(prefix + "COUNTRY"));
        parts.put("company", Column.valueOf(prefix + "COMPANY"));
        parts.put("email", Column.valueOf(prefix + "EMAIL"));
        parts.put("phone", Column.valueOf(prefix + "PHONE"));
        return parts;
    }
}
