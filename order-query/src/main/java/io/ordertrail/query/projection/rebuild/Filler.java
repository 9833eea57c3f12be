package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.delivery.Delivery;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SortedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the rows of one share of a generation: of all streams, or of every n-th. It processes exactly what somebody
 * else has processed, whose events are all committed: so it need not know which positions may still get an event.
 */
final class Filler {

    /** Events of others that are passed by before it is stored how far it is. */
    private static final int PASSED_BY = 20_000;

    private final ViewSql sql;
    private final SortedEvents events;
    private final StoredTokens tokens;
    private final ParkedTable parked;
    private final RepeatableWork work;
    private final TransactionOperations savepoint;
    private final Pace pace;

    Filler(
            ViewSql sql,
            SortedEvents events,
            StoredTokens tokens,
            ParkedTable parked,
            RepeatableWork work,
            TransactionOperations savepoint,
            Pace pace) {
        this.sql = sql;
        this.events = events;
        this.tokens = tokens;
        this.parked = parked;
        this.work = work;
        this.savepoint = savepoint;
        this.pace = pace;
    }

    /** Nothing of it was processed. */
    void begin(Generation generation, int shares) {
        for (int share = 0; share < shares; share++) {
            tokens.put(generation.processor(), share, events.token(ProcessedPositions.NONE));
        }
    }

    /**
     * Processes what {@code target} has, and no more.
     *
     * @param on what is done between two batches; it may throw, and what was done is not lost
     */
    void fill(ReadModel<?> model, Generation generation, Share share, ProcessedPositions target, Between on) {
        Run run = new Run(model, generation, share, target, on);
        for (long before = Long.MIN_VALUE; !run.isAtTarget(); before = run.processed.last()) {
            if (before == run.processed.last() && run.processed.last() < target.last()) {
                throw new IllegalStateException("The store gives no event between position " + before + " and "
                        + target.last() + ", at which there is one");
            }
            events.forEach(run.processed, run::take);
            run.end();
        }
    }

    private final class Run {

        private final ReadModel<?> model;
        private final Generation generation;
        private final Share share;
        private final ProcessedPositions target;
        private final Between on;
        private final List<EventMessage<?>> batch = new ArrayList<>();
        private ProcessedPositions processed;
        private long seen;
        private int passedBy;
        private long begun = System.nanoTime();

        Run(ReadModel<?> model, Generation generation, Share share, ProcessedPositions target, Between on) {
            this.model = model;
            this.generation = generation;
            this.share = share;
            this.target = target;
            this.on = on;
            this.processed = tokens.of(generation.processor()).stream()
                    .filter(stored -> stored.segment() == share.share())
                    .findFirst()
                    .map(stored -> ProcessedPositions.of(stored.token()))
                    .orElse(ProcessedPositions.NONE);
            this.seen = processed.last();
        }

        boolean isAtTarget() {
            return processed.last() >= target.last()
                    && processed.passedBy().stream().noneMatch(target::has);
        }

        /** Whether it wants more. */
        boolean take(TrackedEventMessage<?> event) {
            long position = Positions.of(event);
            if (position > target.last()) {
                return false;
            }
            if (target.has(position) && !processed.has(position) && model.concerns(event) && share.has(event)) {
                batch.add(event);
            }
            if (Recorded.isContinued(event)) {
                // The rest of what is stored at this position.
                return true;
            }
            passedBy++;
            seen = Math.max(seen, position);
            // Late events come first: not before these are all seen it can be told by a position what was processed.
            if ((batch.size() >= pace.batch() || passedBy >= PASSED_BY) && position > processed.last()) {
                write(seen);
            }
            // Whoever asked for more would wait for the next one to be stored.
            return position < target.last();
        }

        /** The store has no more, or the target is reached. */
        void end() {
            write(seen);
        }

        private void write(long upTo) {
            ProcessedPositions after = new ProcessedPositions(upTo, missing(upTo));
            work.apart(() -> {
                requireAlone();
                TableNames names = sql.live().with(model.name(), generation.number());
                if (!batch.isEmpty()) {
                    deliver(model.in(names), names);
                }
                tokens.put(generation.processor(), share.share(), events.token(after));
            });
            long got = upTo - processed.last();
            batch.clear();
            passedBy = 0;
            processed = after;
            on.after(got, Duration.ofNanos(System.nanoTime() - begun));
            begun = System.nanoTime();
        }

        /** Another process may have taken over; then it is ahead, or has ended. */
        private void requireAlone() {
            if (tokens.lock(generation.processor(), share.share())
                    .filter(stored -> ProcessedPositions.of(stored.token()).equals(processed))
                    .isEmpty()) {
                throw new RebuildStopped();
            }
        }

        private <R> void deliver(ReadModel<R> rows, TableNames names) {
            Set<String> waiting = parked.among(batch, names).getOrDefault(rows.name(), Set.of());
            new Delivery<>(rows, generation.number(), List.copyOf(batch), parked, waiting)
                    .togetherOrOneByOne(savepoint);
        }

        /** Up to a position, what the target does not have; what it has and is not there never was. */
        private Set<Long> missing(long upTo) {
            Set<Long> missing = new HashSet<>(processed.passedBy());
            target.passedBy().stream()
                    .filter(position -> position > processed.last() && position <= upTo)
                    .forEach(missing::add);
            missing.removeIf(target::has);
            return missing;
        }
    }
}
