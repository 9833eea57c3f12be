/** Ways to ask for work: as fast as it is answered, at a fixed rate, as fast as it is fulfilled. */
@NullMarked
package io.ordertrail.benchmarks.load;

import org.jspecify.annotations.NullMarked;
