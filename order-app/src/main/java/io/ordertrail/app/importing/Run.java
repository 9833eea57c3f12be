package io.ordertrail.app.importing;

import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.order.OrderImport;
import io.ordertrail.app.importing.order.Outcome;
import io.ordertrail.app.importing.sale.Group;
import io.ordertrail.app.importing.sale.Groups;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Imports all orders of a file, several at a time. Each is begun, and goes on when more have been begun after it: what
 * the service does by itself in between has its time. Outcomes are settled in the order of the file, and only as many
 * orders are read ahead as are looked up at once, so memory does not grow with the file.
 */
final class Run {

    /** Orders begun, and as many that go on, per worker: enough that one slow order does not leave the others idle. */
    private static final int AHEAD = 8;

    private static final long GLANCE_MILLIS = 100;

    private final OrderImport.Context context;
    private final int parallel;
    private final Rejects rejects;
    private final Progress progress;
    private final Summary summary;
    private final Stop stop;
    private final Deque<Future<Callable<Outcome>>> begun = new ArrayDeque<>();
    private final Deque<Future<Outcome>> inHand = new ArrayDeque<>();

    Run(OrderImport.Context context, int parallel, Rejects rejects, Progress progress, Summary summary, Stop stop) {
        this.context = context;
        this.parallel = parallel;
        this.rejects = rejects;
        this.progress = progress;
        this.summary = summary;
        this.stop = stop;
    }

    /**
     * @throws GaveUp the service does not answer any more; what was settled until then is in the summary
     * @throws Stopped somebody wished it; what was settled until then is in the summary
     */
    void run(Groups groups) throws IOException, BadFile, GaveUp, Stopped, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        ExecutorService asking = Executors.newSingleThreadExecutor();
        try {
            Batches batches = new Batches(groups, context.service(), context.channel(), asking);
            Batches.Batch batch;
            while ((batch = batches.next()) != null) {
                for (Group group : batch.groups()) {
                    begun.add(workers.submit(new OrderImport(group, batch.known(), context)));
                    while (begun.size() >= parallel * AHEAD) {
                        goOn(workers);
                    }
                    while (inHand.size() >= parallel * AHEAD) {
                        settle();
                    }
                }
            }
            while (!begun.isEmpty()) {
                goOn(workers);
            }
            while (!inHand.isEmpty()) {
                settle();
            }
        } finally {
            asking.shutdownNow();
            workers.shutdownNow();
        }
    }

    private void goOn(ExecutorService workers) throws GaveUp, Stopped, InterruptedException {
        inHand.add(workers.submit(done(begun.remove())));
    }

    private <T> T done(Future<T> work) throws GaveUp, Stopped, InterruptedException {
        while (true) {
            if (stop.isWished()) {
                throw new Stopped();
            }
            try {
                return work.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GaveUp gaveUp) {
                    throw gaveUp;
                }
                throw new IllegalStateException("An order could not be imported", e.getCause());
            }
        }
    }

    private void settle() throws IOException, GaveUp, Stopped, InterruptedException {
        Outcome outcome = done(inHand.remove());
        rejects.write(outcome.rejections());
        summary.add(outcome);
        progress.at(summary);
    }
}
