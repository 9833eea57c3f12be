/** What is stored, as it is stored: the feed of events for machines, and changes for people who look on. */
@NullMarked
package io.ordertrail.api.feed;

import org.jspecify.annotations.NullMarked;
