package io.ordertrail.command.payment.provider;

import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.thread.UninterruptedPool;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls to providers, several at a time, outside any handler and any transaction. What it does not finish,
 * because a call fails or the process ends, is still in the database and comes again ({@link ProviderTasks}).
 */
final class ProviderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorker.class);

    /** How long, at the end, the calls that are under way are waited for, and again those that were given up on. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OpenRequests requests;
    private final Calls calls;
    private final Answers answers;
    private final ProviderTasks tasks;
    private final LookUpDelays delays;
    private final TimeLimit limit;
    private final UninterruptedPool threads;
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
        this.threads = UninterruptedPool.fixed(parallelCalls, "payment-worker");
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

    /** One call, on the caller's thread. */
    void run(String providerKey, ProviderTask task) {
        try {
            settle(providerKey, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("This process ends; {} is for the next one", providerKey, e);
        } catch (RuntimeException e) {
            LOG.warn("The request {} to a payment provider is tried again, after a look-up", providerKey, e);
        } finally {
            // Not before its row is put off: the two would get into each other's way.
            calls.hearLate(providerKey, late -> record(providerKey, task, late));
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

    /** What was given up on has been answered after all. Where that is not stored, it is found by the next look-up. */
    private void record(String providerKey, ProviderTask task, ProviderAnswer late) {
        try {
            if (answers.record(providerKey, task, late)) {
                tasks.done(providerKey);
            }
        } catch (RuntimeException e) {
            LOG.warn("The late answer to {} is looked up again", providerKey, e);
        }
    }

    /** Begins nothing more when the process ends, and lets what is under way end: it may be in the database. */
    ShutdownStep shutdownStep() {
        return new ShutdownStep(ShutdownStep.Turn.CALLS, () -> {
            limit.cutOffInterruptible();
            boolean workEnded = threads.end(PATIENCE);
            boolean callsEnded = limit.end(PATIENCE);
            if (!workEnded || !callsEnded) {
                LOG.warn("A payment provider still has not answered; it is asked again when the service starts");
            }
        });
    }
}
