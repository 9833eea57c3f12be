package io.ordertrail.command.payment.provider;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.ordertrail.axon.json.JsonBuffers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests to providers that are not settled, as rows of db-scheduler's table. A row that is due is first put off
 * to the time by which the call must be over, and then the call is made: whatever ends this process, even {@code kill
 * -9}, the row is due again soon after, and says that the provider may have been called.
 */
final class ProviderTasks {

    /** The name of all these rows' task; a row's instance is its provider key. */
    static final String TASK = "provider-request";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderTasks.class);
    private static final Duration UNREADABLE = Duration.ofMinutes(1);

    private final JsonMapper json = JsonBuffers.mapper().build();
    private final Supplier<Scheduler> scheduler;
    private final Clock clock;
    private final Duration longestCall;

    /** @param longestCall after which a call is over, its answer stored, if its process still lives */
    ProviderTasks(Supplier<Scheduler> scheduler, Clock clock, Duration longestCall) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.longestCall = longestCall;
    }

    /** @param start begins the call, without waiting for it */
    CustomTask<String> task(BiConsumer<String, ProviderTask> start) {
        return Tasks.custom(TASK, String.class)
                .onFailureReschedule(Schedules.fixedDelay(UNREADABLE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> begin(instance, start));
    }

    /**
     * Asks for a call as soon as the present transaction has committed. Where it was asked for already, nothing
     * changes.
     */
    void ask(String providerKey, ProviderTask task) {
        scheduler
                .get()
                .scheduleIfNotExists(
                        new TaskInstance<>(TASK, providerKey, json.writeValueAsString(task)), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.get().triggerCheckForDueExecutions();
            }
        });
    }

    /** Asks again in {@code wait}. */
    void askAgain(String providerKey, ProviderTask task, Duration wait) {
        Instant when = clock.instant().plus(wait);
        touch(providerKey, id -> scheduler.get().reschedule(id, when, json.writeValueAsString(task)));
    }

    /** It is settled. */
    void done(String providerKey) {
        touch(providerKey, id -> scheduler.get().cancel(id));
    }

    private CompletionHandler<String> begin(TaskInstance<String> instance, BiConsumer<String, ProviderTask> start) {
        ProviderTask task = json.readValue(instance.getData(), ProviderTask.class);
        return (completed, row) -> {
            row.reschedule(completed, clock.instant().plus(longestCall), json.writeValueAsString(task.underWay()));
            start.accept(instance.getId(), task);
        };
    }

    /** A row that is due again at this very moment settles itself: it finds what is known by now. */
    private static void touch(String providerKey, Consumer<TaskInstanceId> change) {
        try {
            change.accept(TaskInstanceId.of(TASK, providerKey));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("The request {} is settled or being looked up elsewhere", providerKey, e);
        }
    }
}
