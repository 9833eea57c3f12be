@NullMarked
package io.ordertrail.query.projection;

import org.jspecify.annotations.NullMarked;
