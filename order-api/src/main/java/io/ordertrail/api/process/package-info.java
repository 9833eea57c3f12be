/** Processes that span several subjects: what becomes of their steps, and what people see of them and can do. */
@NullMarked
package io.ordertrail.api.process;

import org.jspecify.annotations.NullMarked;
