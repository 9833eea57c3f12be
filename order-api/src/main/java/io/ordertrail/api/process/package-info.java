/** Processes that span several subjects: the fate of their steps, and what people can see and do. */
@NullMarked
package io.ordertrail.api.process;

import org.jspecify.annotations.NullMarked;
