/** Where the figures of docs/reference/figures.md come from: the packaged service under load, beside plain JDBC. */
@NullMarked
package io.ordertrail.benchmarks;

import org.jspecify.annotations.NullMarked;
