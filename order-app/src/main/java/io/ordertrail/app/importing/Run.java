package io.ordertrail.app.importing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Imports all orders of a file, several at a time. Each is begun, and goes on when more have been begun after it: what the
 * service does by itself in between has its time. Outcomes are settled in the order of the file, and only as many orders are
 * read ahead as keep the workers busy, so memory does not grow with the file.
 */
final class Run {

    /** Orders begun, and as many that go on, per worker: enough that one slow order does not leave the others idle. */
    private static final int AHEAD = 8;

    private final Groups groups;
    private final Function<Group, Placing> placing;
    private final int parallel;
    private final Rejects rejects;
    private final Progress progress;
    private final Summary summary;
    private final Deque<Future<Callable<Outcome>>> begun = new ArrayDeque<>();
    private final Deque<Future<Outcome>> inHand = new ArrayDeque<>();

    Run(
            Groups groups,
            Function<Group, Placing> placing,
            int parallel,
            Rejects rejects,
            Progress progress,
            Summary summary) {
        this.groups = groups;
        this.placing = placing;
        this.parallel = parallel;
        this.rejects = rejects;
        this.progress = progress;
        this.summary = summary;
    }

    /** @throws GaveUp the service does not answer any more; what was settled until then is in the summary */
    void run() throws IOException, GaveUp, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            Group group;
            while ((group = groups.next()) != null) {
                begun.add(workers.submit(placing.apply(group)));
                while (begun.size() >= parallel * AHEAD) {
                    goOn(workers);
                }
                while (inHand.size() >= parallel * AHEAD) {
                    settle();
                }
            }
            while (!begun.isEmpty()) {
                goOn(workers);
            }
            while (!inHand.isEmpty()) {
                settle();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void goOn(ExecutorService workers) throws GaveUp, InterruptedException {
        inHand.add(workers.submit(done(begun.remove())));
    }

    private static <T> T done(Future<T> work) throws GaveUp, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GaveUp gaveUp) {
                throw gaveUp;
            }
            throw new IllegalStateException("An order could not be imported", e.getCause());
        }
    }

    private void settle() throws IOException, GaveUp, InterruptedException {
        Outcome outcome = done(inHand.remove());
        rejects.write(outcome.rejections());
        summary.add(outcome);
        progress.at(outcome.group().end(), summary);
    }
}
