/** What is the same of all that waits because it could not be processed, of views and of processes. */
@NullMarked
package io.ordertrail.axon.deadletter;

import org.jspecify.annotations.NullMarked;
