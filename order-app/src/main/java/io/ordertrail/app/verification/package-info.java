/** The command {@code verify}: the proof that the stored data is whole. */
@NullMarked
package io.ordertrail.app.verification;

import org.jspecify.annotations.NullMarked;
