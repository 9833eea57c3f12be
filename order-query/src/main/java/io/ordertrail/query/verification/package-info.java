/** The proof that the views show what was stored. */
@NullMarked
package io.ordertrail.query.verification;

import org.jspecify.annotations.NullMarked;
