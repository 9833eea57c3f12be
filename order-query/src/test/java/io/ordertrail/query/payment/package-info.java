@NullMarked
package io.ordertrail.query.payment;

import org.jspecify.annotations.NullMarked;
