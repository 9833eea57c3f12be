@NullMarked
package io.ordertrail.query.feed;

import org.jspecify.annotations.NullMarked;
