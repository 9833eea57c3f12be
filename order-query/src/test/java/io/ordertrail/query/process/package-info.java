@NullMarked
package io.ordertrail.query.personal;

import org.jspecify.annotations.NullMarked;
