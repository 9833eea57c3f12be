/** What a failure says: a refusal by a rule, a fault of the database or the Axon Server, or a fault of the event. */
@NullMarked
package io.ordertrail.axon.failure;

import org.jspecify.annotations.NullMarked;
