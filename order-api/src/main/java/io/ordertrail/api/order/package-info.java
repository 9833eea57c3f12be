/** The order: its commands, events, queries, views, refusals, and the statuses derived from its facts. */
@NullMarked
package io.ordertrail.api.order;

import org.jspecify.annotations.NullMarked;
