/** A provider that does as its token says, and the check of its books. */
@NullMarked
package io.ordertrail.command.payment.sandbox;

import org.jspecify.annotations.NullMarked;
