package io.ordertrail.app.importing.sale.shopify;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.sale.Header;
import io.ordertrail.app.importing.sale.Layout;
import io.ordertrail.app.importing.sale.Sheet;
import io.ordertrail.app.importing.sale.shop.ShopSheet;
import java.util.List;
import java.util.Set;

/**
 * The order export of Shopify: one row an item, what is of the order in the first of them. Columns that are not needed
 * may be there or not.
 */
public final class ShopifyLayout implements Layout {

    private static final List<String> REQUIRED = List.of(
            "Name",
            "Financial Status",
            "Paid at",
            "Fulfillment Status",
            "Fulfilled at",
            "Currency",
            "Subtotal",
            "Shipping",
            "Taxes",
            "Total",
            "Created at",
            "Lineitem quantity",
            "Lineitem name",
            "Lineitem price");

    private static final List<String> NUMBERS = List.of(
            "Subtotal",
            "Shipping",
            "Taxes",
            "Total",
            "Discount Amount",
            "Lineitem price",
            "Lineitem discount",
            "Refunded Amount");

    @Override
    public int known(List<String> header) {
        return new Header(header).count(Set.copyOf(REQUIRED));
    }

    @Override
    public Sheet bind(List<String> header) throws BadFile {
        Header titles = new Header(header);
        titles.require(REQUIRED, "It must be an order export of Shopify, with all columns");
        return new ShopSheet(
                titles,
                titles.at("Name"),
                NUMBERS.stream().map(titles::at).filter(at -> at >= 0).toList(),
                cells -> new ShopifyOrder(cells).rows());
    }
}
