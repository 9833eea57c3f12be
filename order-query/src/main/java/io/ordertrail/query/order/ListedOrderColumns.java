package io.ordertrail.query.order;

import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.projection.table.ParameterBinder;
import io.ordertrail.query.projection.table.RowJson;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Which column of order_list holds what. */
final class ListedOrderColumns {

    static final String WRITTEN_ONCE =
            "order_id, number, number_key, external_ref, channel, customer_id, currency, created_at";

    static final String CHANGING =
            "goods_total, shipping_total, grand_total, line_count, lifecycle, hold_reason, on_hold,"
                    + " payment_status, fulfilment_status, return_status, display_status, facts, updated_at,"
                    + " version";

    static final String READ = WRITTEN_ONCE + ", " + CHANGING;
    static final String ASSIGNED = CHANGING.replace(",", " = ?,") + " = ?";

    /** Of a row that is written for the first time. */
    static final String ALL = READ + ", words";

    static final String MARKS = ALL.replaceAll("[a-z_]+", "?");

    private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)(\\d{1,15})", Pattern.DOTALL);

    private ListedOrderColumns() {}

    /** The number with its last digits padded to 15, so that text order is the order of numbers. */
    static String numberKey(String number) {
        Matcher parts = LAST_DIGITS.matcher(number);
        return parts.matches() ? parts.group(1) + "0".repeat(15 - parts.group(2).length()) + parts.group(2) : number;
    }

    /** Binds every column, in the order of {@link #ALL}. */
    static void bind(ParameterBinder bound, ListedOrder row) throws SQLException {
        bindOnce(bound, row);
        bindChanging(bound, row);
        bound.text(SearchWords.text(row.words()));
    }

    private static void bindOnce(ParameterBinder bound, ListedOrder row) throws SQLException {
        bound.text(row.orderId())
                .text(row.number())
                .text(numberKey(row.number()))
                .text(row.externalRef())
                .text(row.channel())
                .text(row.customerId())
                .text(row.currency().getCode())
                .time(row.createdAt());
    }

    static void bindChanging(ParameterBinder bound, ListedOrder row) throws SQLException {
        OrderFacts facts = row.facts();
        bound.amount(row.goodsTotal().getAmount())
                .amount(row.shippingTotal().getAmount())
                .amount(row.grandTotal().getAmount())
                .number(row.lineCount())
                .text(facts.lifecycle().name())
                .text(facts.hold())
                .flag(facts.hold() != null)
                .text(facts.paymentStatus().name())
                .text(facts.fulfilmentStatus().name())
                .text(facts.returnStatus().name())
                .text(facts.displayStatus().name())
                .text(RowJson.mapper().writeValueAsString(facts))
                .time(row.updatedAt())
                .number(row.version());
    }

    static ListedOrder read(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new ListedOrder(
                row.getString("order_id"),
                row.getString("number"),
                row.getString("external_ref"),
                row.getString("channel"),
                row.getString("customer_id"),
                currency,
                RowJson.read(RowJson.mapper(), row.getString("facts"), OrderFacts.class, OrderListTable.NAME),
                money(row, "goods_total", currency),
                money(row, "shipping_total", currency),
                money(row, "grand_total", currency),
                row.getInt("line_count"),
                List.of(),
                List.of(),
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
