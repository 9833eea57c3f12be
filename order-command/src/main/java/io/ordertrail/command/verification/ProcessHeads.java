package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.TokenPosition;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * I6, of processes: one that is behind has orders that it has not seen to yet, which is no damage, since it goes on
 * from where it stands. Where one has never run there is nothing to ask.
 */
final class ProcessHeads {

    private static final long LOOK_AGAIN_MILLIS = 25;

    private final Collection<String> processes;
    private final EventStore store;
    private final StoredTokens tokens;
    private final Duration patience;

    /**
     * @param processes the names of their event processors
     * @param patience how long one that is under way is given to come to where the store ends
     */
    ProcessHeads(Collection<String> processes, EventStore store, StoredTokens tokens, Duration patience) {
        this.processes = processes;
        this.store = store;
        this.tokens = tokens;
        this.patience = patience;
    }

    Check check() {
        long head = TokenPosition.of(store.createHeadToken());
        long end = System.nanoTime() + patience.toNanos();
        Tally tally = new Tally("I6", "Every process has processed all stored events");
        processes.stream().sorted().filter(this::hasRun).forEach(process -> {
            tally.look();
            long last = awaited(process, head, end);
            if (last < head) {
                tally.behind(process + " is at " + last + ", the store ends at " + head);
            }
        });
        return tally.check();
    }

    private boolean hasRun(String process) {
        return takenIn(process) >= 0;
    }

    private long awaited(String process, long head, long end) {
        long last = takenIn(process);
        try {
            while (last < head && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
                last = takenIn(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    private long takenIn(String process) {
        return tokens.position(process).orElse(TokenPosition.BEFORE_THE_FIRST);
    }
}
