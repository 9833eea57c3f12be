package io.ordertrail.query.projection;

import io.ordertrail.api.projection.Replay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replays that were asked for, and how far each has come; kept beside the rows, so that a kill loses neither. */
final class ReplayLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReplayLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A replay that is not done. */
    record Running(String projection, String replayId, long headPosition) {}

    Optional<Running> running(String projection) {
        return jdbc.sql("select projection, replay_id, head_position from replay where running = ?")
                .param(projection)
                .query((row, n) -> new Running(row.getString(1), row.getString(2), row.getLong(3)))
                .optional();
    }

    /**
     * Begins a replay; one of an empty store is done at once.
     *
     * @param events how many there are to take in, between {@code start} (exclusive) and {@code head}
     * @throws org.springframework.dao.DuplicateKeyException another one of this projection is running
     */
    void begin(String projection, String replayId, long events, long start, long head) {
        boolean done = events == 0;
        OffsetDateTime now = now();
        jdbc.sql("insert into replay (projection, replay_id, running, events_total, start_position, head_position,"
                        + " started_at, finished_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(projection)
                .param(replayId)
                .param(done ? null : projection)
                .param(events)
                .param(start)
                .param(head)
                .param(now)
                .param(done ? now : null)
                .update();
    }

    /** Notes that {@code replay} is done; nothing where that is known. */
    void finish(Running replay) {
        jdbc.sql("update replay set running = null, finished_at = ?"
                        + " where projection = ? and replay_id = ? and running is not null")
                .param(now())
                .param(replay.projection())
                .param(replay.replayId())
                .update();
    }

    /** @param position where the projection stands now */
    Optional<Replay> find(String projection, String replayId, long position) {
        return jdbc.sql("select events_total, start_position, head_position, started_at, finished_at from replay"
                        + " where projection = ? and replay_id = ?")
                .params(projection, replayId)
                .query((row, n) -> replay(
                        projection,
                        replayId,
                        row.getLong(1),
                        share(row.getLong(2), position, row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class)))
                .optional();
    }

    /** How much of the way from {@code start} to {@code head} is done at {@code position}, 0 to 1. */
    private static double share(long start, long position, long head) {
        return head <= start ? 1 : Math.min(1, Math.max(0, (position - start) / (double) (head - start)));
    }

    private Replay replay(
            String projection,
            String replayId,
            long total,
            double share,
            Instant startedAt,
            @Nullable OffsetDateTime finished) {
        Instant finishedAt = finished == null ? null : finished.toInstant();
        // Positions have gaps where a transaction was rolled back; the events are taken to lie evenly between them.
        long done = finishedAt == null ? (long) (total * share) : total;
        Instant until = finishedAt == null ? clock.instant() : finishedAt;
        double seconds = Math.max(Duration.between(startedAt, until).toMillis(), 1) / 1000.0;
        double rate = done / seconds;
        return new Replay(
                replayId,
                projection,
                finishedAt == null ? Replay.Status.RUNNING : Replay.Status.DONE,
                total,
                done,
                oneDecimal(finishedAt != null ? 100 : 100.0 * done / total),
                oneDecimal(rate),
                finishedAt != null ? Long.valueOf(0) : secondsLeft(total - done, rate),
                startedAt,
                finishedAt);
    }

    private static @Nullable Long secondsLeft(long events, double rate) {
        return rate == 0 ? null : (long) Math.ceil(events / rate);
    }

    private static double oneDecimal(double value) {
        // Down, so that 100 is said only of what is done.
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.DOWN).doubleValue();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
