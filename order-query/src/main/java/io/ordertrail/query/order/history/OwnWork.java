package io.ordertrail.query.order.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service tries again by itself, as the tables say by which it does. */
final class OwnWork {

    private final JdbcClient jdbc;

    OwnWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first that is tried again comes first. */
    List<FailingStep> failing(Collection<String> subjects) {
        return jdbc.sql("select step, subject, due_at, failures, stuck, code from process_step"
                        + " where subject = any(?) and failures > 0 order by due_at, step")
                .param(subjects.toArray(String[]::new))
                .query((row, n) -> new FailingStep(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getLong(4),
                        row.getBoolean(5),
                        row.getString(6)))
                .list();
    }

    /** When providers are asked next about requests, by the key of the request. */
    Map<String, Instant> lookUps(Collection<String> providerKeys) {
        Map<String, Instant> next = new HashMap<>();
        if (!providerKeys.isEmpty()) {
            jdbc.sql("select task_instance, execution_time from scheduled_tasks"
                            + " where task_name = 'provider-request' and task_instance = any(?)")
                    .param(providerKeys.toArray(String[]::new))
                    .query(row -> {
                        next.put(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant());
                    });
        }
        return next;
    }
}
