/** The proof that what is stored is whole: one check an invariant. */
@NullMarked
package io.ordertrail.api.verification;

import org.jspecify.annotations.NullMarked;
