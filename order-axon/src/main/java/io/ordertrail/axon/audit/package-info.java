/**
 * What is refused is written down, in a log of which each entry is chained to the one before; and what makes such a
 * chain.
 */
@NullMarked
package io.ordertrail.axon.audit;

import org.jspecify.annotations.NullMarked;
