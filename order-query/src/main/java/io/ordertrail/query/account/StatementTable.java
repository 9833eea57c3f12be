package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEntries.Entry;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.query.account.Statement.Line;
import io.ordertrail.query.projection.table.OptimisticLock;
import io.ordertrail.query.projection.table.ParameterBinder;
import io.ordertrail.query.projection.table.Provable;
import io.ordertrail.query.projection.table.RowValues;
import io.ordertrail.query.projection.table.Truncation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Projection account-entries: where each statement ends, and its entries, which are written once. */
final class StatementTable implements Provable<Statement> {

    static final String NAME = "account-entries";

    private static final String HEAD = "account_id, currency, balance, version";
    private static final String ENTRY =
            "account_id, version, position, happened_at, kind, currency, amount, counter_account,"
                    + " journal_id, order_id, reference, balance_after";

    private final JdbcTemplate jdbc;

    StatementTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Written(String accountId, Line line) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return FoldedAccount.FEED.concerns(event);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return FoldedAccount.FEED.keys(event);
    }

    @Override
    public Statement fold(String key, @Nullable Statement row, EventMessage<?> event) {
        return Statement.next(row, (DomainEventMessage<?>) event);
    }

    @Override
    public long version(Statement row) {
        return row.version();
    }

    @Override
    public Map<String, Statement> load(Collection<String> keys) {
        Map<String, Statement> found = new HashMap<>();
        jdbc.query(
                ParameterBinder.anyOf("select " + HEAD + " from account_statement where account_id = any(?)", keys),
                row -> {
                    Money balance = money(row.getString(2), row.getBigDecimal(3));
                    found.put(row.getString(1), new Statement(row.getString(1), balance, row.getLong(4), List.of()));
                });
        return found;
    }

    /** The version at which the statement of {@code accountId} ends; -1 if there is none. */
    long version(String accountId) {
        return jdbc
                .queryForList("select version from account_statement where account_id = ?", Long.class, accountId)
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    /** The entries that {@code clauses} leave. */
    List<Entry> find(String clauses, List<?> values) {
        return jdbc.query(
                "select " + ENTRY + " from account_entry " + clauses, (row, n) -> entry(row), values.toArray());
    }

    @Override
    public void insert(List<Statement> rows) {
        jdbc.batchUpdate(
                "insert into account_statement (" + HEAD + ") values (?, ?, ?, ?)",
                rows,
                rows.size(),
                (statement, row) -> bind(ParameterBinder.to(statement), row));
        insertEntries(rows);
    }

    @Override
    public void update(List<Statement> rows) {
        OptimisticLock.requireEach(jdbc.batchUpdate(
                "update account_statement set balance = ?, version = ? where account_id = ? and version < ?",
                rows,
                rows.size(),
                (statement, row) -> ParameterBinder.to(statement)
                        .amount(row.balance().getAmount())
                        .number(row.version())
                        .text(row.accountId())
                        .number(row.version())));
        insertEntries(rows);
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, "account_entry", "account_statement");
    }

    @Override
    public String columns() {
        return HEAD;
    }

    @Override
    public RowValues written(String key, Statement row) {
        return RowValues.written(bound -> bind(bound, row));
    }

    @Override
    public void forEachRow(Consumer<RowValues> rows) {
        jdbc.query("select " + HEAD + " from account_statement", row -> {
            rows.accept(RowValues.read(row));
        });
    }

    private void insertEntries(List<Statement> rows) {
        List<Written> lines = rows.stream()
                .flatMap(row -> row.added().stream().map(line -> new Written(row.accountId(), line)))
                .toList();
        if (!lines.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into account_entry (" + ENTRY + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    lines,
                    lines.size(),
                    (statement, line) -> bind(ParameterBinder.to(statement), line));
        }
    }

    private static void bind(ParameterBinder bound, Statement row) throws SQLException {
        bound.text(row.accountId())
                .text(row.balance().getCurrencyUnit().getCode())
                .amount(row.balance().getAmount())
                .number(row.version());
    }

    private static void bind(ParameterBinder bound, Written written) throws SQLException {
        Entry entry = written.line.entry();
        bound.text(written.accountId)
                .number(written.line.version())
                .number(entry.position())
                .time(entry.at())
                .text(entry.kind().name())
                .text(entry.amount().getCurrencyUnit().getCode())
                .amount(entry.amount().getAmount())
                .text(entry.counterAccount())
                .text(entry.journalId())
                .text(entry.orderId())
                .text(entry.reference())
                .amount(entry.balanceAfter().getAmount());
    }

    private static Entry entry(ResultSet row) throws SQLException {
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

    private static Money money(String currency, BigDecimal amount) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
    }
}
