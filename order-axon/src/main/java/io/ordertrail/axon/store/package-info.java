/** The event store: where Axon keeps events, snapshots, tokens and dead letters. */
@NullMarked
package io.ordertrail.axon.store;

import org.jspecify.annotations.NullMarked;
