/** Read models as a running system shows them: where each stands, and how it is filled again. */
@NullMarked
package io.ordertrail.api.projection;

import org.jspecify.annotations.NullMarked;
