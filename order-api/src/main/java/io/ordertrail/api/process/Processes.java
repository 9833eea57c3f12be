package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where processes stand.
 *
 * @param items the event processors of the processes
 * @param steps the processes with steps that are due or stuck
 */
@Named("process.Processes")
public record Processes(List<Item> items, List<Sender> steps) {

    /**
     * One event processor, in which several processes may run.
     *
     * @param running whether it runs in the node that answers
     * @param failing whether it cannot go on in that node and tries again
     * @param position in the event store, of the last event that all of its segments have processed; -1 before the
     *     first
     * @param head position of the last event stored
     * @param lag how far apart they are, 0 or more
     * @param parked events that wait because they, or an earlier event of the same subject, could not be processed
     * @param parkedSubjects how many subjects these are of
     */
    public record Item(
            String name,
            boolean running,
            boolean failing,
            long position,
            long head,
            long lag,
            long parked,
            long parkedSubjects) {}

    /**
     * The steps of one process that somebody may want to know of. Deadlines to come are not counted.
     *
     * @param due how many should have been sent by now and have no answer yet
     * @param stuck how many fail again and again, due or not
     * @param oldest when the one that is due longest was due; null if none is
     */
    public record Sender(
            String process, long due, long stuck, @Nullable Instant oldest) {}
}
