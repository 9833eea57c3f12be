/** Events as they happen, over HTTP: the feed for machines, and streams for whoever looks on. */
@NullMarked
package io.ordertrail.app.live;

import org.jspecify.annotations.NullMarked;
