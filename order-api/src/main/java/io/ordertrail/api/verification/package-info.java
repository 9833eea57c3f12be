/** The proof that the stored data is whole: one check for each invariant. */
@NullMarked
package io.ordertrail.api.verification;

import org.jspecify.annotations.NullMarked;
