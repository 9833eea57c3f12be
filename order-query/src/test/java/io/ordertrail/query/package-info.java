@NullMarked
package io.ordertrail.query;

import org.jspecify.annotations.NullMarked;
