@NullMarked
package io.ordertrail.query.account;

import org.jspecify.annotations.NullMarked;
