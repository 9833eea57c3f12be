package io.ordertrail.query.projection.replay;

import io.ordertrail.api.projection.Replay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The requested replays and their progress; stored beside the rows, so that a kill loses neither and any process may
 * take the wish.
 */
public final class ReplayLog {

    private static final String COLUMNS =
            "projection, replay_id, state, asked_by, asked_at, events_total, start_position,"
                    + " head_position, started_at, finished_at";

    private static final String FILLING = "FILLING";

    private final JdbcClient jdbc;
    private final Clock clock;

    public ReplayLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A replay that is not done. */
    public record Unfinished(String projection, String replayId, boolean filling) {}

    /** How far a replay goes. */
    record Extent(long events, long start, long head) {}

    /** The replay that {@code projection} waits for or is in. */
    public Optional<Unfinished> unfinished(String projection) {
        return jdbc.sql("select projection, replay_id, state from replay where unfinished = ?")
                .param(projection)
                .query(ReplayLog::read)
                .optional();
    }

    /** Those that wait or run, by their projection. */
    public Map<String, Unfinished> unfinished() {
        return jdbc
                .sql("select projection, replay_id, state from replay where unfinished is not null")
                .query(ReplayLog::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Unfinished::projection, Function.identity()));
    }

    /** @throws org.springframework.dao.DuplicateKeyException another one of this projection is not done */
    public void ask(String projection, String replayId, String actor) {
        jdbc.sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at)"
                        + " values (?, ?, ?, 'ASKED', ?, ?)")
                .params(projection, replayId, projection, actor, now())
                .update();
    }

    /** As if a replay of a view that was never filled had been asked for, and begun. */
    void begin(String projection) {
        OffsetDateTime now = now();
        jdbc.sql("insert into replay (projection, replay_id, unfinished, state, asked_by, asked_at, started_at)"
                        + " values (?, ?, ?, 'EMPTYING', 'ordertrail', ?, ?) on conflict do nothing")
                .params(projection, "new-" + now, projection, now, now)
                .update();
    }

    /** From here on the view is not whole, until {@link #finish}; false if it is no longer to be emptied. */
    boolean empty(Unfinished replay) {
        return jdbc.sql("update replay set state = 'EMPTYING', started_at = coalesce(started_at, ?)"
                                + " where projection = ? and replay_id = ? and state in ('ASKED', 'EMPTYING')")
                        .params(now(), replay.projection(), replay.replayId())
                        .update()
                > 0;
    }

    /** The view is empty and its token is reset, in the present transaction. */
    void fill(Unfinished replay, Extent extent) {
        jdbc.sql("update replay set state = 'FILLING', events_total = ?, start_position = ?, head_position = ?"
                        + " where projection = ? and replay_id = ?")
                .params(extent.events(), extent.start(), extent.head(), replay.projection(), replay.replayId())
                .update();
    }

    /** Records that the replay in which {@code projection} is filled is done, if there is one. */
    void finish(String projection) {
        jdbc.sql("update replay set unfinished = null, state = 'DONE', finished_at = ?"
                        + " where unfinished = ? and state = 'FILLING'")
                .params(now(), projection)
                .update();
    }

    /** @param position the present position of the projection */
    public Optional<Replay> find(String projection, String replayId, long position) {
        return jdbc.sql("select " + COLUMNS + " from replay where projection = ? and replay_id = ?")
                .params(projection, replayId)
                .query((row, n) -> replay(row, position))
                .optional();
    }

    private static Unfinished read(ResultSet row, int n) throws SQLException {
        return new Unfinished(
                row.getString(1), row.getString(2), row.getString(3).equals(FILLING));
    }

    private Replay replay(ResultSet row, long position) throws SQLException {
        Replay.Status status = switch (row.getString(3)) {
            case "ASKED" -> Replay.Status.ASKED;
            case "DONE" -> Replay.Status.DONE;
            default -> Replay.Status.RUNNING;
        };
        boolean done = status == Replay.Status.DONE;
        Instant startedAt = instant(row.getObject(9, OffsetDateTime.class));
        Instant finishedAt = instant(row.getObject(10, OffsetDateTime.class));
        long total = row.getLong(6);
        // Positions have gaps where a transaction was rolled back; the events are taken to lie evenly between them.
        boolean filling = row.getString(3).equals(FILLING);
        double share = done ? 1 : filling ? share(row.getLong(7), position, row.getLong(8)) : 0;
        long taken = done ? total : (long) (total * share);
        double rate = startedAt == null ? 0 : rate(taken, startedAt, finishedAt);
        return new Replay(
                row.getString(2),
                row.getString(1),
                status,
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                total,
                taken,
                done ? 100 : Math.min(99.9, oneDecimal(100 * share)),
                oneDecimal(rate),
                done ? Long.valueOf(0) : secondsLeft(total - taken, rate),
                startedAt,
                finishedAt);
    }

    /** How much of the way from {@code start} to {@code head} is done at {@code position}, 0 to 1. */
    private static double share(long start, long position, long head) {
        return head <= start ? 1 : Math.min(1, Math.max(0, (position - start) / (double) (head - start)));
    }

    private double rate(long events, Instant startedAt, @Nullable Instant finishedAt) {
        Instant until = finishedAt == null ? clock.instant() : finishedAt;
        return events * 1000.0 / Math.max(Duration.between(startedAt, until).toMillis(), 1);
    }

    private static @Nullable Long secondsLeft(long events, double rate) {
        return rate == 0 ? null : (long) Math.ceil(events / rate);
    }

    private static double oneDecimal(double value) {
        // Rounded down, so that only a finished replay shows 100.
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.DOWN).doubleValue();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
