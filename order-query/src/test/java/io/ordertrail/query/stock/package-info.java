@NullMarked
package io.ordertrail.query.stock;

import org.jspecify.annotations.NullMarked;
