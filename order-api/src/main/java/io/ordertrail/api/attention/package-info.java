/** What needs a person: where the service cannot go on by itself. */
@NullMarked
package io.ordertrail.api.attention;

import org.jspecify.annotations.NullMarked;
