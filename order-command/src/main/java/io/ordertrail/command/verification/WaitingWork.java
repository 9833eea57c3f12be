package io.ordertrail.command.verification;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.command.payment.provider.ProviderPolicy;
import io.ordertrail.command.process.Deadlines;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What processes have yet to do.
 *
 * @param busy the subjects for which a command waits to be sent, of which an event is parked, or of which not all is
 *     known yet
 * @param deadlines the steps that wait for their time; they are no news that is under way
 * @param requests the provider keys of the requests that are not settled
 */
record WaitingWork(Set<String> busy, Set<StepId> deadlines, Set<String> requests) {

    private static final String PROVIDER_REQUEST = "provider-request";

    static WaitingWork of(JdbcClient jdbc) {
        Set<String> busy = new HashSet<>();
        Set<StepId> deadlines = new HashSet<>();
        Set<String> requests = new HashSet<>();
        jdbc.sql("select step from process_step").withFetchSize(1000).query(row -> {
            StepId step = StepId.parse(row.getString(1));
            if (Deadlines.isOne(step)) {
                deadlines.add(step);
            } else {
                busy.add(step.subject());
            }
            if (ProviderPolicy.isAsk(step)) {
                requests.add(step.of());
            }
        });
        jdbc.sql("select distinct sequence_id from dead_letter where processing_group = ?")
                .param(Policy.PROCESSOR)
                .query(row -> {
                    busy.add(row.getString(1));
                });
        jdbc.sql("select task_instance from scheduled_tasks where task_name = ?")
                .param(PROVIDER_REQUEST)
                .query(row -> {
                    requests.add(row.getString(1));
                });
        return new WaitingWork(busy, deadlines, requests);
    }

    /** With those of which not all is known yet. */
    WaitingWork and(Set<String> unknown) {
        return new WaitingWork(union(busy, unknown), deadlines, requests);
    }

    /** What is there, or was there {@code before}. */
    WaitingWork or(WaitingWork before) {
        return new WaitingWork(
                union(busy, before.busy), union(deadlines, before.deadlines), union(requests, before.requests));
    }

    /** Whether something is still to happen to {@code subject} by itself, or stands where a person sees it. */
    boolean isUnderWay(String subject) {
        return busy.contains(subject);
    }

    boolean waitsFor(StepId deadline) {
        return deadlines.contains(deadline);
    }

    /** Whether somebody is still to ask the provider, or to look up what became of it. */
    boolean isRequested(String providerKey) {
        return requests.contains(providerKey);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
