package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.BadFile;
import java.util.List;
import java.util.Set;

/**
 * The order export of WooCommerce's export extensions, with one row an item: amounts before tax with up to six decimals, the
 * tax beside them, what is of the order in every row.
 */
public final class WooCommerceLayout implements Layout {

    private static final List<String> REQUIRED = List.of(
            "order_date",
            "status",
            "order_total",
            "order_currency",
            "item_name",
            "item_quantity",
            "item_total",
            "item_total_tax");

    private static final List<String> NUMBERS = List.of(
            "order_total",
            "shipping_total",
            "shipping_tax_total",
            "item_subtotal",
            "item_subtotal_tax",
            "item_total",
            "item_total_tax",
            "refunded_total");

    @Override
    public int known(List<String> header) {
        return new Header(header).count(Set.copyOf(REQUIRED));
    }

    @Override
    public Sheet bind(List<String> header) throws BadFile {
        Header titles = new Header(header);
        titles.require(REQUIRED, "It must be an order export of WooCommerce with one row per item");
        int reference = titles.atAny("order_number", "order_id");
        if (reference < 0) {
            throw new BadFile("The header has neither order_number nor order_id");
        }
        return new ShopSheet(
                titles,
                reference,
                NUMBERS.stream().map(titles::at).filter(at -> at >= 0).toList(),
                cells -> new WooCommerceOrder(cells).rows());
    }
}
