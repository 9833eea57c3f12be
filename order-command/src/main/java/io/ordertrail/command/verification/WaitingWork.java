package io.ordertrail.command.verification;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What processes have yet to do.
 *
 * @param steps the subjects for which a command waits to be sent
 * @param deadlines those for which one waits for its time
 * @param parked those of which an event is parked
 */
record WaitingWork(Set<String> steps, Set<String> deadlines, Set<String> parked) {

    static WaitingWork of(JdbcClient jdbc) {
        Set<String> steps = new HashSet<>();
        Set<String> deadlines = new HashSet<>();
        jdbc.sql("select subject, queued, stuck, failures from process_step")
                .withFetchSize(1000)
                .query(row -> {
                    boolean deadline = !row.getBoolean(2) && !row.getBoolean(3) && row.getInt(4) == 0;
                    (deadline ? deadlines : steps).add(row.getString(1));
                });
        Set<String> parked = new HashSet<>();
        jdbc.sql("select distinct sequence_id from dead_letter where processing_group = 'processes'")
                .query(row -> {
                    parked.add(row.getString(1));
                });
        return new WaitingWork(steps, deadlines, parked);
    }

    /** With those that processes have not taken in all events of. */
    WaitingWork and(Set<String> behind) {
        Set<String> more = new HashSet<>(steps);
        more.addAll(behind);
        return new WaitingWork(more, deadlines, parked);
    }

    /** Whether something is still to happen to {@code subject} by itself, or stands where a person sees it. */
    boolean isUnderWay(String subject) {
        return steps.contains(subject) || parked.contains(subject);
    }

    boolean isWaitingFor(String subject) {
        return isUnderWay(subject) || deadlines.contains(subject);
    }
}
