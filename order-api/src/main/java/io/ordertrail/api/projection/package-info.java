/** Read models as a running system shows them: their positions, and replays. */
@NullMarked
package io.ordertrail.api.projection;

import org.jspecify.annotations.NullMarked;
