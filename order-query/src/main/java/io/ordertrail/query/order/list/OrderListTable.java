package io.ordertrail.query.order.list;

import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.projection.table.ChildTable;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.projection.table.RowReader;
import io.ordertrail.query.projection.table.TableShape;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Projection order-list: one row an order, in columns, and its SKUs, its words and its metadata in tables of their own.
 */
public final class OrderListTable {

    /** The projection's name. */
    public static final String NAME = "order-list";

    static final RowReader<ListedOrder> READER = new RowReader<>(
            "number, external_ref, channel, customer_id, currency, facts, goods_total, shipping_total, grand_total,"
                    + " line_count, words, created_at, updated_at, version",
            (row, n) -> read(row));

    static final TableShape<ListedOrder> SHAPE = new TableShape<>(
            NAME,
            "order_list",
            "order_id",
            ListedOrder::orderId,
            List.of(
                    Column.text("number", ListedOrder::number),
                    Column.text("number_key", order -> numberKey(order.number())),
                    Column.text("external_ref", ListedOrder::externalRef),
                    Column.text("channel", ListedOrder::channel),
                    Column.text("customer_id", ListedOrder::customerId),
                    Column.text("currency", order -> order.currency().getCode()),
                    Column.time("created_at", ListedOrder::createdAt),
                    Column.amount("goods_total", order -> order.goodsTotal().getAmount()),
                    Column.amount(
                            "shipping_total", order -> order.shippingTotal().getAmount()),
                    Column.amount("grand_total", order -> order.grandTotal().getAmount()),
                    Column.number("line_count", ListedOrder::lineCount),
                    fact("lifecycle", facts -> facts.lifecycle().name()),
                    fact("hold_reason", OrderFacts::hold),
                    Column.flag("on_hold", order -> order.facts().hold() != null),
                    fact("payment_status", facts -> facts.paymentStatus().name()),
                    fact("fulfilment_status", facts -> facts.fulfilmentStatus().name()),
                    fact("return_status", facts -> facts.returnStatus().name()),
                    fact("display_status", facts -> facts.displayStatus().name()),
                    fact("facts", RowJson::write),
                    Column.text("words", ListedOrder::searchText),
                    Column.time("updated_at", ListedOrder::updatedAt)),
            READER,
            List.of(
                    ChildTable.replaced(
                            "order_list_sku",
                            "order_id",
                            List.of(Column.text("sku", Sold::sku), Column.time("created_at", Sold::createdAt)),
                            order -> order.skus().stream()
                                    .map(sku -> new Sold(sku, order.createdAt()))
                                    .toList()),
                    ChildTable.replaced(
                            "order_list_word",
                            "order_id",
                            List.of(Column.bytes("word", SearchWords::bytes)),
                            ListedOrder::words),
                    ChildTable.replaced(
                            "order_list_metadata",
                            "order_id",
                            List.of(
                                    Column.<Map.Entry<String, String>>text("name", Map.Entry::getKey),
                                    Column.text("text", Map.Entry::getValue)),
                            order -> List.copyOf(order.metadata().entrySet()))),
            List.of());

    private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)(\\d{1,15})", Pattern.DOTALL);

    private OrderListTable() {}

    private record Sold(String sku, Instant createdAt) {}

    /** The number with its last digits padded to 15, so that text order is the order of numbers. */
    static String numberKey(String number) {
        Matcher parts = LAST_DIGITS.matcher(number);
        return parts.matches() ? parts.group(1) + "0".repeat(15 - parts.group(2).length()) + parts.group(2) : number;
    }

    private static Column<ListedOrder> fact(String name, Function<OrderFacts, @Nullable String> value) {
        return Column.text(name, order -> value.apply(order.facts()));
    }

    private static ListedOrder read(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new ListedOrder(
                row.getString("order_id"),
                row.getString("number"),
                row.getString("external_ref"),
                row.getString("channel"),
                row.getString("customer_id"),
                currency,
                RowJson.read(row.getString("facts"), OrderFacts.class, NAME),
                money(row, "goods_total", currency),
                money(row, "shipping_total", currency),
                money(row, "grand_total", currency),
                row.getInt("line_count"),
                List.of(),
                List.of(),
                row.getString("words"),
                Map.of(),
                time(row, "created_at"),
                time(row, "updated_at"),
                row.getLong("version"));
    }

    private static Money money(ResultSet row, String column, CurrencyUnit currency) throws SQLException {
        // The column has more digits than most currencies; they are zeros, and anything else is no amount of ours.
        return Money.of(currency, row.getBigDecimal(column), RoundingMode.UNNECESSARY);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
