@NullMarked
package io.ordertrail.query.reading;

import org.jspecify.annotations.NullMarked;
