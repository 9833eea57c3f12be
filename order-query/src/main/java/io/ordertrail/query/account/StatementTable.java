package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEntries.Entry;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.query.account.Statement.Line;
import io.ordertrail.query.projection.table.ChildTable;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.RowReader;
import io.ordertrail.query.projection.table.TableShape;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Projection account-entries: where each statement ends, and its entries, which are written once. */
final class StatementTable {

    static final String NAME = "account-entries";

    static final TableShape<Statement> SHAPE = new TableShape<>(
            NAME,
            "account_statement",
            "account_id",
            Statement::accountId,
            List.of(
                    Column.text(
                            "currency", row -> row.balance().getCurrencyUnit().getCode()),
                    Column.amount("balance", row -> row.balance().getAmount())),
            new RowReader<>("currency, balance, version", (row, n) -> statement(row)),
            List.of(ChildTable.appended(
                    "account_entry",
                    "account_id",
                    List.of(
                            Column.number("version", Line::version),
                            Column.number("position", line -> line.entry().position()),
                            Column.time("happened_at", line -> line.entry().at()),
                            text("kind", entry -> entry.kind().name()),
                            text(
                                    "currency",
                                    entry -> entry.amount().getCurrencyUnit().getCode()),
                            Column.amount(
                                    "amount", line -> line.entry().amount().getAmount()),
                            text("counter_account", Entry::counterAccount),
                            text("journal_id", Entry::journalId),
                            text("order_id", Entry::orderId),
                            text("reference", Entry::reference),
                            Column.amount(
                                    "balance_after",
                                    line -> line.entry().balanceAfter().getAmount())),
                    Statement::added,
                    "reference")),
            List.of(RowErasure.ofAccount("account_id")));

    private StatementTable() {}

    /** An entry of its columns. */
    static Entry entry(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Entry(
                row.getLong("position"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                MovementKind.valueOf(row.getString("kind")),
                money(currency, row.getBigDecimal("amount")),
                row.getString("counter_account"),
                row.getString("journal_id"),
                row.getString("order_id"),
                row.getString("reference"),
                money(currency, row.getBigDecimal("balance_after")));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getString("account_id"),
                money(row.getString("currency"), row.getBigDecimal("balance")),
                row.getLong("version"),
                List.of());
    }

    private static Column<Line> text(String name, Function<Entry, @Nullable String> value) {
        return Column.text(name, line -> value.apply(line.entry()));
    }

    private static Money money(String currency, BigDecimal amount) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
    }
}
