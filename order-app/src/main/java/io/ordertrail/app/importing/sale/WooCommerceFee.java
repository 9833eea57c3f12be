package io.ordertrail.app.importing.sale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fee of an order, as the column {@code fee_items} has it: {@code name:Gift wrap|total:2.00|tax:0.38}, several with a semicolon
 * between them.
 *
 * @param net below zero where it is a discount
 */
record WooCommerceFee(String name, BigDecimal net, BigDecimal tax) {

    boolean isDiscount() {
        return net.signum() < 0;
    }

    static List<WooCommerceFee> read(ShopCells cells) {
        List<WooCommerceFee> fees = new ArrayList<>();
        String all = cells.text("fee_items");
        for (String text : all.isEmpty() ? new String[0] : all.split(";")) {
            Map<String, String> parts = new HashMap<>();
            for (String part : text.split("\\|")) {
                int colon = part.indexOf(':');
                if (colon > 0) {
                    parts.putIfAbsent(
                            part.substring(0, colon).strip(),
                            part.substring(colon + 1).strip());
                }
            }
            if (!parts.containsKey("total")) {
                if (!text.isBlank()) {
                    cells.flaw("NOT_A_NUMBER", "fee_items has no total: " + text);
                }
                continue;
            }
            fees.add(new WooCommerceFee(
                    parts.getOrDefault("name", "Fee"),
                    number(cells, parts.get("total")),
                    number(cells, parts.getOrDefault("tax", "0"))));
        }
        return fees;
    }

    private static BigDecimal number(ShopCells cells, String text) {
        return cells.numbers().read(text).map(BigDecimal::new).orElseGet(() -> {
            cells.flaw("NOT_A_NUMBER", "fee_items has an amount that is none: " + text);
            return BigDecimal.ZERO;
        });
    }
}
