/** How events become rows: batches, failures, positions and replays, whatever the subject. */
@NullMarked
package io.ordertrail.query.projection;

import org.jspecify.annotations.NullMarked;
