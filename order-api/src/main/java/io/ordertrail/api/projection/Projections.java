package io.ordertrail.api.projection;

import io.ordertrail.api.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every read model and where it stands. */
@Named("projection.Projections")
public record Projections(List<Item> items) {

    /**
     * One read model.
     *
     * @param position of the last event it has taken in, in the event store's counting; -1 before the first
     * @param head position of the last event stored
     * @param running whether its processor runs in the process that answers
     * @param error the message of the failure that it keeps retrying, or null
     * @param deadLetters events parked because this read model could not take them in
     */
    public record Item(
            String name,
            long position,
            long head,
            boolean running,
            @Nullable String error,
            long deadLetters) {}
}
