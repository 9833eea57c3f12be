/** What becomes of the steps of processes that span several subjects. */
@NullMarked
package io.ordertrail.api.process;

import org.jspecify.annotations.NullMarked;
