/** What the service says of its own condition to whoever minds it. */
@NullMarked
package io.ordertrail.app.health;

import org.jspecify.annotations.NullMarked;
