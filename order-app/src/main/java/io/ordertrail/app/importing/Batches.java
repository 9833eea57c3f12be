package io.ordertrail.app.importing;

import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.order.Known;
import io.ordertrail.app.importing.sale.Group;
import io.ordertrail.app.importing.sale.Groups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders of a file, many at a time, and which of them the service has. One batch is asked for ahead. */
final class Batches {

    /** As many as the service looks up in one request. */
    private static final int MOST_ORDERS = 500;

    /** Of orders with many rows fewer are held. */
    private static final int MOST_ROWS = 3000;

    private final Groups groups;
    private final Function<List<String>, Known> lookup;
    private @Nullable Batch ahead;

    record Batch(List<Group> groups, Known known) {}

    Batches(Groups groups, Service service, String channel, ExecutorService asking) throws IOException, BadFile {
        this.groups = groups;
        this.lookup = refs -> new Known(asking.submit(() -> Known.ask(service, channel, refs)));
        this.ahead = read();
    }

    /** The next ones, or null after the last. */
    @Nullable
    Batch next() throws IOException, BadFile {
        Batch next = ahead;
        ahead = next == null ? null : read();
        return next;
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
