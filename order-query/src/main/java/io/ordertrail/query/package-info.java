/** The read side: projections of the events, and answers to queries from them. */
@NullMarked
package io.ordertrail.query;

import org.jspecify.annotations.NullMarked;
