/** Events that no policy could process: where they wait, and how they are tried again. */
@NullMarked
package io.ordertrail.axon.process.parked;

import org.jspecify.annotations.NullMarked;
