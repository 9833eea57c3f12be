/**
 * How Ordertrail uses Axon Framework: one auto-configuration, and the few types through which the other rooms speak.
 */
@NullMarked
package io.ordertrail.axon;

import org.jspecify.annotations.NullMarked;
