/** What is told of the figures: a table, and plots beside it. */
@NullMarked
package io.ordertrail.benchmarks.report;

import org.jspecify.annotations.NullMarked;
