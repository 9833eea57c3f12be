/** What the figures are taken on: the service as a process, its database, plain JDBC beside it. */
@NullMarked
package io.ordertrail.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
