/** From rows to orders: what the columns mean, which of them contradict each other, and what to tell the service. */
@NullMarked
package io.ordertrail.app.importing.sale;

import org.jspecify.annotations.NullMarked;
