/** One order of the file in the service: placed, paid, dispatched, returned and refunded as the file says. */
@NullMarked
package io.ordertrail.app.importing.order;

import org.jspecify.annotations.NullMarked;
