/** How the figures of a resource came about. */
@NullMarked
package io.ordertrail.api.explanation;

import org.jspecify.annotations.NullMarked;
