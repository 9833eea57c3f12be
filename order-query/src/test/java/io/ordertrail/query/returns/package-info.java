@NullMarked
package io.ordertrail.query.returns;

import org.jspecify.annotations.NullMarked;
