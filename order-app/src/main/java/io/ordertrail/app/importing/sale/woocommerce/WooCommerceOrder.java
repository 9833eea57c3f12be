package io.ordertrail.app.importing.sale.woocommerce;

import io.ordertrail.app.importing.sale.Cells;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Row;
import io.ordertrail.app.importing.sale.shop.Charged;
import io.ordertrail.app.importing.sale.shop.ShopCells;
import io.ordertrail.app.importing.sale.shop.Split;
import io.ordertrail.app.importing.sale.shop.TaxRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order of WooCommerce's export. Items, fees and shipping have a net and a tax; together, rounded once, they are the
 * total. So each becomes a price with its tax, and the cents are given to the lines by largest remainder.
 */
final class WooCommerceOrder {

    private static final List<String> OF_ORDER =
            List.of("order_date", "status", "order_total", "order_currency", "shipping_total", "paid_date");

    private static final List<String> PAID = List.of("processing", "completed", "refunded");

    private final ShopCells cells;
    private final int digits;

    WooCommerceOrder(ShopCells cells) {
        this.cells = cells;
        this.digits = Cells.digits(cells.text("order_currency"));
    }

    /** What a part of the order cost, exactly. */
    private record Part(
            long line,
            String sku,
            String name,
            String quantity,
            BigDecimal before,
            BigDecimal net,
            BigDecimal tax,
            Map<Column, String> others) {

        BigDecimal gross() {
            return net.add(tax);
        }
    }

    List<Row> rows() {
        cells.mustAgree(OF_ORDER);
        BigDecimal shippingNet = cells.amount("shipping_total");
        BigDecimal shippingTax = cells.amount("shipping_tax_total");
        BigDecimal shipping = shippingNet.add(shippingTax).setScale(digits, RoundingMode.HALF_UP);
        Map<Column, String> order = order(shipping, shippingNet, shippingTax);
        List<WooCommerceFee> fees = WooCommerceFee.read(cells);
        List<Part> parts = new ArrayList<>(
                items(shippingTax, fees).stream().map(item -> part(item, order)).toList());
        fees.stream().filter(fee -> !fee.isDiscount()).map(this::part).forEach(parts::add);
        BigDecimal off = sum(fees.stream()
                .filter(WooCommerceFee::isDiscount)
                .map(fee -> fee.net().add(fee.tax())));
        if (parts.isEmpty()) {
            cells.flaw("MISSING", "The order has no items");
            return List.of();
        }
        return rows(parts, off, cells.amount("order_total").subtract(shipping), order);
    }

    /** @param off fees below zero: a discount on everything */
    private List<Row> rows(List<Part> parts, BigDecimal off, BigDecimal goods, Map<Column, String> order) {
        List<BigDecimal> grosses = parts.stream().map(Part::gross).toList();
        BigDecimal all = sum(grosses.stream());
        List<BigDecimal> exact = all.signum() == 0
                ? grosses
                : grosses.stream()
                        .map(gross -> gross.add(off.multiply(gross).divide(all, 12, RoundingMode.HALF_EVEN)))
                        .toList();
        List<BigDecimal> totals = Split.rounded(exact, goods, digits);
        if (totals.isEmpty()) {
            // Something is in the total that the rows do not say. The service is told of both, and refuses.
            totals = exact.stream()
                    .map(part -> part.setScale(digits, RoundingMode.HALF_UP))
                    .toList();
        }
        Map<String, String> kept = new LinkedHashMap<>();
        cells.keep(kept, "note", "customer_note");
        cells.keepOdd(kept, email(), cells.text("billing_phone"));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            BigDecimal rate = rate(part, parts);
            rows.add(new Charged(
                            part.line(),
                            part.sku(),
                            part.name(),
                            part.quantity(),
                            part.before(),
                            totals.get(i),
                            rate,
                            part.others())
                    .row(order, digits)
                    .keeping(kept));
        }
        return rows;
    }

    /** The rate of the dearest line, where it fits: of a few cents many rates would. */
    private BigDecimal rate(Part part, List<Part> parts) {
        BigDecimal common = parts.stream()
                .max((one, other) -> one.tax().compareTo(other.tax()))
                .flatMap(dearest -> TaxRates.of(dearest.tax(), dearest.net(), digits))
                .orElse(BigDecimal.ZERO);
        return TaxRates.fits(common, part.tax(), part.net(), digits)
                ? common
                : TaxRates.of(part.tax(), part.net(), digits).orElse(BigDecimal.ZERO);
    }

    private List<WooCommerceItem> items(BigDecimal shippingTax, List<WooCommerceFee> fees) {
        BigDecimal tax = cells.amount("tax_total")
                .subtract(shippingTax)
                .subtract(sum(fees.stream().map(WooCommerceFee::tax)));
        return WooCommerceItem.read(cells, tax, digits);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Part part(WooCommerceItem item, Map<Column, String> order) {
        BigDecimal units = Stream.of(item.quantity())
                .filter(text -> text.matches("[0-9]{1,9}(\\.0*)?"))
                .map(BigDecimal::new)
                .filter(number -> number.signum() > 0)
                .findFirst()
                .orElse(BigDecimal.ONE);
        Map<Column, String> others = new EnumMap<>(Column.class);
        if (order.containsKey(Column.SHIPPED_AT)
                && !order.containsKey(Column.CANCELLED_AT)
                && order.containsKey(Column.REFUNDED_AMOUNT)) {
            others.put(Column.RETURNED_QUANTITY, item.back().isEmpty() ? "0" : item.back());
        }
        return new Part(
                item.line(),
                item.sku(),
                item.name(),
                item.quantity(),
                item.before().divide(units, digits + 6, RoundingMode.HALF_EVEN),
                item.net(),
                item.knownTax(),
                others);
    }

    private Part part(WooCommerceFee fee) {
        return new Part(
                cells.entries().get(0).line(),
                "",
                fee.name(),
                "1",
                fee.net().add(fee.tax()),
                fee.net(),
                fee.tax(),
                Map.of());
    }

    private Map<Column, String> order(BigDecimal shipping, BigDecimal net, BigDecimal tax) {
        Map<Column, String> order = new EnumMap<>(Column.class);
        ShopCells.put(order, Column.EXTERNAL_REF, cells.text("order_number", "order_id"));
        ShopCells.put(order, Column.CURRENCY, cells.text("order_currency"));
        ShopCells.put(order, Column.ORDERED_AT, cells.time("order_date"));
        String customer = cells.text("customer_id");
        boolean known = !customer.isEmpty() && !customer.equals("0");
        order.put(Column.CUSTOMER_ID, known ? customer : firstOf(email(), "guest " + order.get(Column.EXTERNAL_REF)));
        String method = cells.text("shipping_method");
        if (shipping.signum() != 0 || !method.isEmpty()) {
            order.put(Column.SHIPPING_METHOD, method.isEmpty() ? "Shipping" : method);
            order.put(Column.SHIPPING_PRICE, shipping.toPlainString());
            order.put(
                    Column.SHIPPING_TAX_RATE,
                    TaxRates.of(tax, net, digits).orElse(BigDecimal.ZERO).toPlainString());
        }
        ShopCells.put(order, Column.EXPECTED_TOTAL, cells.plain(cells.text("order_total")));
        address(order, "shipping_", "SHIP_");
        address(order, "billing_", "BILL_");
        happened(order);
        return order;
    }

    /** One without a street is none: WooCommerce writes the name and the country of whoever buys a download. */
    private void address(Map<Column, String> order, String title, String prefix) {
        String name = (cells.text(title + "first_name") + " " + cells.text(title + "last_name")).strip();
        String line1 = cells.text(title + "address_1");
        if (line1.isEmpty()) {
            return;
        }
        ShopCells.put(order, Column.valueOf(prefix + "NAME"), name.isEmpty() ? cells.text(title + "company") : name);
        ShopCells.put(order, Column.valueOf(prefix + "LINE1"), line1);
        ShopCells.put(order, Column.valueOf(prefix + "LINE2"), cells.text(title + "address_2"));
        ShopCells.put(order, Column.valueOf(prefix + "POSTAL_CODE"), cells.text(title + "postcode"));
        ShopCells.put(order, Column.valueOf(prefix + "CITY"), cells.text(title + "city"));
        ShopCells.put(order, Column.valueOf(prefix + "REGION"), cells.text(title + "state"));
        ShopCells.put(order, Column.valueOf(prefix + "COUNTRY"), cells.text(title + "country"));
        ShopCells.put(order, Column.valueOf(prefix + "COMPANY"), cells.text(title + "company"));
        ShopCells.reach(order, prefix, email(), firstOf(cells.text(title + "phone"), cells.text("billing_phone")));
    }

    private String email() {
        return firstOf(cells.text("customer_email"), cells.text("billing_email"));
    }

    /** Where the export does not say when something happened, it was when the order was paid, or else placed. */
    private void happened(Map<Column, String> order) {
        String status = cells.text("status").toLowerCase(Locale.ROOT).replaceFirst("^wc-", "");
        String placed = cells.time("order_date");
        String paid = firstOf(cells.time("paid_date", "date_paid"), placed);
        if (PAID.contains(status)) {
            order.put(Column.PAID_AT, paid);
        }
        switch (status) {
            case "completed" ->
                order.put(Column.SHIPPED_AT, firstOf(cells.time("completed_date", "date_completed"), paid));
            case "cancelled", "failed" -> order.put(Column.CANCELLED_AT, placed);
            case "refunded" -> {
                order.put(Column.CANCELLED_AT, paid);
                order.put(Column.REFUNDED_AT, paid);
            }
            case "pending", "processing", "on-hold" -> {
                // It waits, for its money or its goods.
            }
            default -> cells.flaw("UNKNOWN_STATUS", "status is not one of WooCommerce: " + status);
        }
        BigDecimal refunded = cells.amount("refunded_total").abs();
        if (refunded.signum() != 0) {
            order.put(Column.REFUNDED_AMOUNT, refunded.toPlainString());
            order.putIfAbsent(Column.REFUNDED_AT, firstOf(order.getOrDefault(Column.SHIPPED_AT, ""), paid));
        }
    }

    private static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
