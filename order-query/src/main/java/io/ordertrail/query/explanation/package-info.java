/** Which events made each amount and quantity of a resource what it is. */
@NullMarked
package io.ordertrail.query.explanation;

import org.jspecify.annotations.NullMarked;
