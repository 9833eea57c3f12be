/** What a return is, and the rules of its way. */
@NullMarked
package io.ordertrail.model.returns;

import org.jspecify.annotations.NullMarked;
