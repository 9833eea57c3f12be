package io.ordertrail.app.importing.sale.woocommerce;

import io.ordertrail.app.importing.sale.shop.ShopCells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fee of an order, as the column {@code fee_items} has it: {@code name:Gift wrap|total:2.00|tax:0.38}, several with a
 * semicolon between them.
 *
 * @param net below zero where it is a discount
 */
record WooCommerceFee(String name, BigDecimal net, BigDecimal tax) {

    private static final String COLUMN = "fee_items";

    boolean isDiscount() {
        return net.signum() < 0;
    }

    static List<WooCommerceFee> read(ShopCells cells) {
        List<WooCommerceFee> fees = new ArrayList<>();
        for (Map<String, String> parts : Packed.things(cells.text(COLUMN))) {
            if (!parts.containsKey("total")) {
                cells.flaw("NOT_A_NUMBER", COLUMN + " has no total: " + parts);
                continue;
            }
            fees.add(new WooCommerceFee(
                    parts.getOrDefault("name", parts.getOrDefault("title", "Fee")),
                    cells.amountWithin(COLUMN, parts.get("total")),
                    cells.amountWithin(COLUMN, parts.getOrDefault("tax", parts.getOrDefault("total_tax", "")))));
        }
        return fees;
    }
}
