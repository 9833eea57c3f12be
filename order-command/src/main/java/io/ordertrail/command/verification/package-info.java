/** The proof that the event store and the rows that go with it are whole. */
@NullMarked
package io.ordertrail.command.verification;

import org.jspecify.annotations.NullMarked;
