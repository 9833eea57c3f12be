/** Proof that what is read is what was stored. */
@NullMarked
package io.ordertrail.query.verification;

import org.jspecify.annotations.NullMarked;
