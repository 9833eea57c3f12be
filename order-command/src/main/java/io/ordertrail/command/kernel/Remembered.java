package io.ordertrail.command.kernel;

import io.ordertrail.model.kernel.ProcessedCommands;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose state its repository keeps in memory between commands. It is given back like an event, so the
 * aggregate has an event sourcing handler that takes it.
 */
public interface Remembered {

    /** The state, which never changes. */
    Object known();

    /**
     * A state that does not name its aggregate.
     *
     * @param processed the commands that were accepted, where the state does not hold them
     */
    record Known<S>(String id, S state, @Nullable ProcessedCommands processed) {}
}
