package io.ordertrail.command.payment;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Makes the calls to providers, several at a time, outside any handler and any transaction. What it does not finish, because a
 * call fails or the process ends, is still in the database and comes again ({@link ProviderTasks}).
 */
final class ProviderWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorker.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final OpenRequests requests;
    private final Calls calls;
    private final Answers answers;
    private final ProviderTasks tasks;
    private final LookUpDelays delays;
    private final TimeLimit limit;
    private final ExecutorService threads;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    ProviderWorker(
            OpenRequests requests,
            Calls calls,
            Answers answers,
            ProviderTasks tasks,
            LookUpDelays delays,
            TimeLimit limit,
            int parallelCalls) {
        this.requests = requests;
        this.calls = calls;
        this.answers = answers;
        this.tasks = tasks;
        this.delays = delays;
        this.limit = limit;
        this.threads = Executors.newFixedThreadPool(parallelCalls, work -> new Thread(work, "payment-worker"));
    }

    /** Begins a call. Where it waits for a thread, or is under way, since the last time, nothing more is done. */
    void start(String providerKey, ProviderTask task) {
        if (!underWay.add(providerKey)) {
            return;
        }
        try {
            threads.execute(() -> run(providerKey, task));
        } catch (RejectedExecutionException e) {
            underWay.remove(providerKey);
            LOG.debug("This process ends; {} is for the next one", providerKey, e);
        }
    }

    private void run(String providerKey, ProviderTask task) {
        try {
            settle(providerKey, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("This process ends; {} is for the next one", providerKey, e);
        } catch (RuntimeException e) {
            LOG.warn("The request {} to a payment provider is tried again, after a look-up", providerKey, e);
        } finally {
            underWay.remove(providerKey);
        }
    }

    private void settle(String providerKey, ProviderTask task) throws InterruptedException {
        Optional<ProviderRequest> request = requests.find(providerKey);
        if (request.isEmpty() || answers.record(providerKey, task, calls.ask(request.get(), task.called()))) {
            tasks.done(providerKey);
            return;
        }
        ProviderTask next = task.unanswered();
        if (delays.areUsedUp(next.lookedUp())) {
            answers.overdue(providerKey, next);
        }
        tasks.askAgain(providerKey, next, delays.before(next.lookedUp()));
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        limit.stop();
        threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
