@NullMarked
package io.ordertrail.query.attention;

import org.jspecify.annotations.NullMarked;
