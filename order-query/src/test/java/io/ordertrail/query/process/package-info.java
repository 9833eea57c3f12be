@NullMarked
package io.ordertrail.query.process;

import org.jspecify.annotations.NullMarked;
