/** Orders over REST. */
@NullMarked
package io.ordertrail.app.order;

import org.jspecify.annotations.NullMarked;
