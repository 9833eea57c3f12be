@NullMarked
package io.ordertrail.query.verification;

import org.jspecify.annotations.NullMarked;
