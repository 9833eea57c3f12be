package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of checkpoints, the newest first; {@code next} is an opaque cursor, null at the end. */
@Named("audit.CheckpointPage")
public record CheckpointPage(
        List<Checkpoint> items, @Nullable String next) {}
