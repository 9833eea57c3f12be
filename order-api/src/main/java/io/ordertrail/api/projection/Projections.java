package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every view and its position. */
@Named("projection.Projections")
public record Projections(List<Item> items) {

    /**
     * One read model.
     *
     * @param position in the event store, of the last event that it has processed; -1 before the first
     * @param head position of the last event stored
     * @param lag how far apart they are, 0 or more
     * @param running whether its processor runs in the process that answers
     * @param error why it cannot go on in that process and tries again, or null
     * @param deadLetters events parked because this read model could not take them in, or one before them
     * @param rebuild the rebuild that it waits for or is in, or null
     */
    public record Item(
            String name,
            long position,
            long head,
            long lag,
            boolean running,
            @Nullable ProjectionError error,
            long deadLetters,
            @Nullable Rebuild rebuild) {}
}
