package io.ordertrail.command.payment.provider;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** The real worker of requests to providers, done one at a time by whoever calls. */
public final class SimulatedWorker {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Scheduler rows;
    private final ProviderTasks tasks;
    private final ProviderWorker worker;
    private final OpenRequests requests;

    public SimulatedWorker(BeanFactory beans) {
        rows = beans.getBean(Scheduler.class);
        tasks = beans.getBean(ProviderTasks.class);
        worker = beans.getBean(ProviderWorker.class);
        requests = new OpenRequests(beans.getBean(EventStore.class));
    }

    /** A request that waits. */
    public record Waiting(String providerKey, Instant due) {}

    /** All requests that wait, those that are due first first. */
    public List<Waiting> waiting() {
        return rows.getScheduledExecutionsForTask(ProviderTasks.TASK, String.class).stream()
                .map(row -> new Waiting(row.getTaskInstance().getId(), row.getExecutionTime()))
                .sorted(Comparator.comparing(Waiting::due).thenComparing(Waiting::providerKey))
                .toList();
    }

    /** Asks the provider, and stores what it says. */
    public void ask(String providerKey) {
        ProviderTask task = begin(providerKey);
        worker.run(providerKey, task);
    }

    /** Begins to ask, and dies before it has heard anything. Its row says that it may have asked. */
    public Optional<ProviderRequest> askAndDie(String providerKey) {
        begin(providerKey);
        return requests.find(providerKey);
    }

    private ProviderTask begin(String providerKey) {
        String data = (String) rows.getScheduledExecution(TaskInstanceId.of(ProviderTasks.TASK, providerKey))
                .orElseThrow()
                .getData();
        ProviderTask task = json.readValue(data, ProviderTask.class);
        tasks.askAgain(providerKey, task.underWay(), LONGEST_CALL);
        return task;
    }
}
