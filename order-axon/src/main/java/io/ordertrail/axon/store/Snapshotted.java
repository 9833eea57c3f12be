package io.ordertrail.axon.store;

import io.ordertrail.axon.serialization.SnapshotType;

/**
 * An aggregate whose stream grows for ever. Its state is stored now and then, so that not all of its events must be
 * read; it is read back like an event, so the aggregate has an event sourcing handler that takes the state, its own id
 * included.
 */
public interface Snapshotted {

    /** The state: a record of a {@link SnapshotType}, complete enough to go on from. */
    Object snapshot();
}
