/** How messages, events and snapshots are written as JSON, under which names, and how old revisions are read. */
@NullMarked
package io.ordertrail.axon.serialization;

import org.jspecify.annotations.NullMarked;
