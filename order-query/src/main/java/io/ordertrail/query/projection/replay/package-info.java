/** Replays: what is replayed, how far it is, and who does it. */
@NullMarked
package io.ordertrail.query.projection.replay;

import org.jspecify.annotations.NullMarked;
