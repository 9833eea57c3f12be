/** The health and the metrics of the service. */
@NullMarked
package io.ordertrail.app.health;

import org.jspecify.annotations.NullMarked;
