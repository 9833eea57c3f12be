package io.ordertrail.app.importing.sale.woocommerce;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.sale.Header;
import io.ordertrail.app.importing.sale.Layout;
import io.ordertrail.app.importing.sale.Sheet;
import io.ordertrail.app.importing.sale.shop.ShopSheet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order export of WooCommerce's export extensions: amounts before tax with up to six decimals, the tax beside them.
 * There is a row an item, with what is of the order in each of them, or a row an order ({@link WooCommerceItem}).
 */
public final class WooCommerceLayout implements Layout {

    private static final List<String> OF_ORDER = List.of("order_date", "status", "order_total", "order_currency");

    private static final List<String> OF_ITEM = List.of("item_name", "item_quantity", "item_total", "item_total_tax");

    private static final Set<String> KNOWN = Stream.of(
                    OF_ORDER, OF_ITEM, List.of(WooCommerceItem.ALL, WooCommerceItem.FIRST))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> NUMBERS = List.of(
            "order_total",
            "shipping_total",
            "shipping_tax_total",
            "tax_total",
            "item_subtotal",
            "item_subtotal_tax",
            "item_total",
            "item_total_tax",
            "refunded_total");

    @Override
    public int known(List<String> header) {
        return new Header(header).count(KNOWN);
    }

    @Override
    public Sheet bind(List<String> header) throws BadFile {
        Header titles = new Header(header);
        boolean packed = titles.atAny(WooCommerceItem.ALL, WooCommerceItem.FIRST) >= 0 && titles.at("item_name") < 0;
        titles.require(
                packed
                        ? OF_ORDER
                        : Stream.concat(OF_ORDER.stream(), OF_ITEM.stream()).toList(),
                "It must be an order export of WooCommerce, with one row per item, or with one row per order and its items in"
                        + " line_items or line_item_1, line_item_2 …");
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
