/** Turns events of any subject into rows: batches, failures, positions and replays. */
@NullMarked
package io.ordertrail.query.projection;

import org.jspecify.annotations.NullMarked;
