/** Orders over REST: their addresses, and how the endpoints send and read them. */
@NullMarked
package io.ordertrail.app.order;

import org.jspecify.annotations.NullMarked;
