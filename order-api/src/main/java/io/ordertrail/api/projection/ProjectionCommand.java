package io.ordertrail.api.projection;

import io.ordertrail.api.Named;

/** What can be asked of a read model. */
public sealed interface ProjectionCommand {

    /** Empties the read model and fills it again from the first event on. Answers a {@link Replay}. */
    @Named("projection.StartReplay")
    record StartReplay(String projection, String replayId) implements ProjectionCommand {}
}
