package io.ordertrail.command.chain;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Positions at which there was no event when the chain came past. Either the transaction that has taken them is still
 * under way, then its events are chained when they come, behind others; or there will never be one. After {@link #LATE}
 * it counts as never: no transaction is open for so long, and what comes later was not stored by the service.
 */
final class Gaps {

    static final Duration LATE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Gaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Positions from {@code first} to {@code last}. */
    record Gap(long first, long last, Instant seenAt) {

        boolean has(long position) {
            return first <= position && position <= last;
        }
    }

    /** Those that may still be filled at {@code now}. */
    List<Gap> open(Instant now) {
        return jdbc.sql("select first_position, last_position, seen_at from chain_gap where seen_at > ?"
                        + " order by first_position")
                .param(Timestamp.from(now.minus(LATE)))
                .query((row, n) -> new Gap(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Adds those between the {@code events} that are behind {@code position}. */
    void add(long position, List<StoredEvent> events, Instant now) {
        long expected = position + 1;
        for (StoredEvent event : events) {
            insert(new Gap(expected, event.position() - 1, now));
            expected = event.position() + 1;
        }
    }

    /** Takes the {@code events} out, which have come, and whatever is too old at {@code now}. */
    void fill(List<StoredEvent> events, Instant now) {
        forgetBefore(now.minus(LATE));
        for (StoredEvent event : events) {
            open(now).stream().filter(gap -> gap.has(event.position())).forEach(gap -> {
                jdbc.sql("delete from chain_gap where first_position = ?")
                        .param(gap.first)
                        .update();
                insert(new Gap(gap.first, event.position() - 1, gap.seenAt));
                insert(new Gap(event.position() + 1, gap.last, gap.seenAt));
            });
        }
    }

    /** Forgets those that were seen at {@code instant} or before. */
    void forgetBefore(Instant instant) {
        jdbc.sql("delete from chain_gap where seen_at <= ?")
                .param(Timestamp.from(instant))
                .update();
    }

    private void insert(Gap gap) {
        if (gap.first <= gap.last) {
            jdbc.sql("insert into chain_gap (first_position, last_position, seen_at) values (?, ?, ?)")
                    .params(gap.first, gap.last, Timestamp.from(gap.seenAt))
                    .update();
        }
    }
}
