/** Processes that span several subjects: policies that react to events, and the durable steps that they send. */
@NullMarked
package io.ordertrail.axon.process;

import org.jspecify.annotations.NullMarked;
