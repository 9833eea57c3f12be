/** Why each amount and quantity of a resource is what it is. */
@NullMarked
package io.ordertrail.app.explanation;

import org.jspecify.annotations.NullMarked;
