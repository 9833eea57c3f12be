package io.ordertrail.app.importing.sale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes. The service wants an address for each; an order of downloads or vouchers has none, and is then where its
 * bill goes, and without a bill's address in its country.
 *
 * @param country of orders that name none, or null
 */
record Addresses(@Nullable String country) {

    private static final String NONE = "No address";

    private static final Map<String, Column> SHIPPING = parts("SHIP_");
    private static final Map<String, Column> BILLING = parts("BILL_");

    /** Adds what is missing to the flaws of {@code cells}. */
    void check(Cells cells) {
        if (isPartly(cells, SHIPPING)) {
            require(cells, SHIPPING);
        } else if (!isGiven(cells, BILLING) && country(cells) == null) {
            cells.flaw(
                    Column.SHIP_COUNTRY,
                    "MISSING",
                    "is empty. An order without goods to send needs its country or a billing address, or say --country");
        }
        if (isPartly(cells, BILLING)) {
            require(cells, BILLING);
        }
    }

    Map<String, Object> shipping(Cells cells) {
        if (isPartly(cells, SHIPPING)) {
            return read(cells, SHIPPING);
        }
        if (isGiven(cells, BILLING)) {
            return read(cells, BILLING);
        }
        Map<String, Object> nowhere = new LinkedHashMap<>();
        nowhere.put("name", cells.text(Column.CUSTOMER_ID));
        nowhere.put("line1", NONE);
        nowhere.put("city", NONE);
        nowhere.put("country", String.valueOf(country(cells)));
        return nowhere;
    }

    @Nullable
    Map<String, Object> billing(Cells cells) {
        return isGiven(cells, BILLING) ? read(cells, BILLING) : null;
    }

    private @Nullable String country(Cells cells) {
        return cells.has(Column.SHIP_COUNTRY) ? cells.text(Column.SHIP_COUNTRY) : country;
    }

    private static boolean isGiven(Cells cells, Map<String, Column> parts) {
        return parts.values().stream().anyMatch(cells::has);
    }

    /** A country alone is no address. */
    private static boolean isPartly(Cells cells, Map<String, Column> parts) {
        return parts.entrySet().stream()
                .anyMatch(part -> !part.getKey().equals("country") && cells.has(part.getValue()));
    }

    private static void require(Cells cells, Map<String, Column> parts) {
        for (String part : List.of("name", "line1", "city", "country")) {
            Column column = parts.get(part);
            if (column != null && !cells.has(column)) {
                cells.flaw(column, "MISSING", "is empty");
            }
        }
    }

    private static Map<String, Object> read(Cells cells, Map<String, Column> parts) {
        Map<String, Object> address = new LinkedHashMap<>();
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
        parts.put("country", Column.valueOf(prefix + "COUNTRY"));
        return parts;
    }
}
