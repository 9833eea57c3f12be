/** How long a query may take, and how many ask at a time. */
@NullMarked
package io.ordertrail.axon.read;

import org.jspecify.annotations.NullMarked;
