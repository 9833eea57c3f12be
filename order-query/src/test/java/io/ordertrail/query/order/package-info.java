@NullMarked
package io.ordertrail.query.order;

import org.jspecify.annotations.NullMarked;
