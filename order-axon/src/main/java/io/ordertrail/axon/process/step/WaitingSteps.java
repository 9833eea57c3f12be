package io.ordertrail.axon.process.step;

import io.ordertrail.api.process.Processes.Sender;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.api.process.StepPage.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that wait, as people see them, and what they can do with one. */
public final class WaitingSteps {

    private static final String COLUMNS =
            "step, process, subject, command, due_at, failures, stuck, code, detail, created_at, seq";

    /** Deadlines to come are not looked at: each open order has one. */
    static final String COUNTS = "select process, sum(case when due_at <= ? then 1 else 0 end),"
            + " sum(case when stuck then 1 else 0 end), min(due_at) from ("
            + "select process, stuck, due_at from process_step where stuck = true union all"
            + " select process, stuck, due_at from process_step where stuck = false and due_at <= ?"
            + ") counted group by process order by process";

    private final JdbcClient jdbc;
    private final Waker waker;
    private final Clock clock;

    WaitingSteps(JdbcClient jdbc, Waker waker, Clock clock) {
        this.jdbc = jdbc;
        this.waker = waker;
        this.clock = clock;
    }

    private record Row(Item item, long seq) {}

    /**
     * Steps in the order in which they were written.
     *
     * @param process only of this one; null for all
     * @param stuck only those that are
     * @param after the page begins after this cursor, a number; 0 for the first
     */
    public StepPage page(@Nullable String process, boolean stuck, int limit, long after) {
        List<Row> rows = jdbc.sql("select " + COLUMNS + " from process_step where seq > ?"
                        + (process == null ? "" : " and process = ?")
                        + (stuck ? " and stuck = true" : "") + " order by seq fetch first ? rows only")
                .params(process == null ? List.of(after, limit + 1) : List.of(after, process, limit + 1))
                .query((row, n) -> new Row(item(row), row.getLong(11)))
                .list();
        List<Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new StepPage(
                page.stream().map(Row::item).toList(),
                rows.size() > limit ? Long.toString(page.get(page.size() - 1).seq()) : null);
    }

    /** The steps of each process of which some are due or stuck, by name. */
    public List<Sender> counts() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql(COUNTS)
                .params(now, now)
                .query((row, n) -> new Sender(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(2) == 0 ? null : row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Tries {@code step} as soon as the present transaction has committed; empty where it does not wait. */
    public Optional<Item> retry(String step) {
        Instant now = clock.instant();
        jdbc.sql("update process_step set due_at = ?, failures = 0 where step = ?")
                .params(Timestamp.from(now), step)
                .update();
        Optional<Item> found = find(step);
        found.ifPresent(item -> waker.wakeAfterCommit(item.subject(), now));
        return found;
    }

    /** Removes {@code step} in the present transaction: it is sent no more. Empty where it does not wait. */
    public Optional<Item> takeOver(String step) {
        Optional<Item> found = find(step);
        boolean first = found.isPresent()
                && jdbc.sql("delete from process_step where step = ?")
                                .param(step)
                                .update()
                        > 0;
        found.filter(item -> first).ifPresent(item -> waker.wakeAfterCommit(item.subject(), clock.instant()));
        return found.filter(item -> first);
    }

    /** The step of this name; empty where it does not wait. */
    public Optional<Item> find(String step) {
        return jdbc.sql("select " + COLUMNS + " from process_step where step = ?")
                .param(step)
                .query((row, n) -> item(row))
                .optional();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                StepId.inAddress(row.getString(1)),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getLong(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant());
    }
}
