/** The figures of docs/reference/figures.md, one class each. */
@NullMarked
package io.ordertrail.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
