/** Commands that wait share a transaction, in which each can fail alone. */
@NullMarked
package io.ordertrail.axon.commit;

import org.jspecify.annotations.NullMarked;
