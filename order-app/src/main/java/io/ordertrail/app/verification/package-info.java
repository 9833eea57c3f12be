/** The proof, from the command line, that what is stored is whole. */
@NullMarked
package io.ordertrail.app.verification;

import org.jspecify.annotations.NullMarked;
