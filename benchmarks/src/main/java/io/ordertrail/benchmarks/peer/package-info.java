/** Others that take the same orders over HTTP, on the same PostgreSQL, to be measured beside the service. */
@NullMarked
package io.ordertrail.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
