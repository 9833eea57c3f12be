package io.ordertrail.app.importing;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.sale.Group;
import io.ordertrail.app.importing.sale.Groups;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a file, many at a time, and which of them the service has. While one batch is worked on, the next ones are read
 * and looked up.
 */
final class Batches {

    /** As many as the service looks up in one request. */
    private static final int MOST_ORDERS = 500;

    /** Of orders with many rows fewer are held. */
    private static final int MOST_ROWS = 3000;

    /** Batches that are looked up at the same time: the service makes one answer while another is read here. */
    static final int AHEAD = 2;

    private final Groups groups;
    private final Function<List<String>, Known> lookup;
    private final ExecutorService reading;
    private final Deque<Future<@Nullable Batch>> ahead = new ArrayDeque<>();

    record Batch(List<Group> groups, Known known) {}

    /**
     * @param reading one thread, since a file is read by one
     * @param asking as many threads as look-ups are to be under way
     */
    Batches(Groups groups, Service service, String channel, ExecutorService reading, ExecutorService asking) {
        this.groups = groups;
        this.reading = reading;
        this.lookup = refs -> new Known(asking.submit(() -> Known.ask(service, channel, refs)));
        for (int i = 0; i < AHEAD; i++) {
            ahead.add(reading.submit(this::read));
        }
    }

    /** The next ones as soon as they are read, or null after the last. */
    Future<@Nullable Batch> next() {
        ahead.add(reading.submit(this::read));
        return ahead.remove();
    }

    private @Nullable Batch read() throws IOException, BadFile {
        List<Group> batch = new ArrayList<>();
        int rows = 0;
        while (batch.size() < MOST_ORDERS && rows < MOST_ROWS) {
            Group group = groups.next();
            if (group == null) {
                break;
            }
            batch.add(group);
            rows += group.entries().size();
        }
        return batch.isEmpty()
                ? null
                : new Batch(
                        batch,
                        lookup.apply(batch.stream().map(Group::ref).distinct().toList()));
    }
}
