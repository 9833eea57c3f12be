/** What belongs to one order, of all streams, as a capsule. */
@NullMarked
package io.ordertrail.query.capsule;

import org.jspecify.annotations.NullMarked;
