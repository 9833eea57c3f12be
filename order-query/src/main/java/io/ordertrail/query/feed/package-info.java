/** What is stored after a place in the event store, for those who wait for it. */
@NullMarked
package io.ordertrail.query.feed;

import org.jspecify.annotations.NullMarked;
