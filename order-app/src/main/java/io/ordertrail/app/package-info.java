/** The front door of Ordertrail: one process that serves the REST API and runs everything behind it. */
@NullMarked
package io.ordertrail.app;

import org.jspecify.annotations.NullMarked;
