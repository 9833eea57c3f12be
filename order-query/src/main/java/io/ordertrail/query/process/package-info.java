/** What processes and those who take their steps over tell of customers. */
@NullMarked
package io.ordertrail.query.personal;

import org.jspecify.annotations.NullMarked;
