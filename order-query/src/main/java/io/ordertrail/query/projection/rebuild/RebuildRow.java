package io.ordertrail.query.projection.rebuild;

import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.RebuildComparison;
import io.ordertrail.api.projection.RebuildStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a row of table rebuild, and works out how far the rebuild is. */
final class RebuildRow {

    private RebuildRow() {}

    /** @param position how far the rows are that it makes */
    static Rebuild read(ResultSet row, long position, Clock clock) throws SQLException {
        RebuildStatus status = status(row.getString("state"), row.getString("wish"));
        Instant startedAt = instant(row, "started_at");
        Instant finishedAt = instant(row, "finished_at");
        long total = row.getLong("events_total");
        // Positions have gaps where a transaction was rolled back; the events are taken to lie evenly between them.
        double share = switch (status) {
            case DONE, COMPARING -> 1;
            case FILLING, PAUSED -> share(row.getLong("start_position"), position, row.getLong("head_position"));
            default -> 0;
        };
        long done = status == RebuildStatus.DONE ? total : (long) (total * share);
        double rate = startedAt == null ? 0 : rate(done, startedAt, finishedAt == null ? clock.instant() : finishedAt);
        String error = row.getString("error");
        return new Rebuild(
                row.getString("rebuild_id"),
                row.getString("projection"),
                status,
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("takes_back"),
                total,
                done,
                status == RebuildStatus.DONE ? 100 : Math.min(99.9, oneDecimal(100 * share)),
                oneDecimal(rate),
                status.isOver() ? Long.valueOf(0) : secondsLeft(total - done, rate),
                startedAt,
                finishedAt,
                comparison(row),
                error == null ? null : ProjectionError.valueOf(error));
    }

    private static RebuildStatus status(String state, @Nullable String wish) {
        boolean waits = state.equals("ASKED") || state.equals("FILLING") || state.equals("COMPARING");
        return waits && "PAUSE".equals(wish) ? RebuildStatus.PAUSED : RebuildStatus.valueOf(state);
    }

    private static @Nullable RebuildComparison comparison(ResultSet row) throws SQLException {
        String checksum = row.getString("checksum_before");
        return checksum == null
                ? null
                : new RebuildComparison(
                        row.getLong("rows_before"),
                        row.getLong("rows_after"),
                        checksum,
                        row.getString("checksum_after"),
                        row.getLong("different_rows"),
                        List.of(row.getString("differences").split("\n")).stream()
                                .filter(line -> !line.isEmpty())
                                .toList());
    }

    /** How much of the way from {@code start} to {@code head} is done at {@code position}, 0 to 1. */
    private static double share(long start, long position, long head) {
        return head <= start ? 1 : Math.min(1, Math.max(0, (position - start) / (double) (head - start)));
    }

    private static double rate(long events, Instant from, Instant until) {
        return events * 1000.0 / Math.max(Duration.between(from, until).toMillis(), 1);
    }

    private static @Nullable Long secondsLeft(long events, double rate) {
        return rate == 0 ? null : (long) Math.ceil(events / rate);
    }

    private static double oneDecimal(double value) {
        // Rounded down, so that only a finished rebuild shows 100.
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.DOWN).doubleValue();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
