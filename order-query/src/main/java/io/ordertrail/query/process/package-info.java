/** What processes, and those who take their steps over, tell of orders, customers and whatever else they serve. */
@NullMarked
package io.ordertrail.query.process;

import org.jspecify.annotations.NullMarked;
