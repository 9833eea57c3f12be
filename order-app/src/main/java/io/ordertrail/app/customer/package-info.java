/** Customers at the front door: their personal data, legal holds, and their erasure. */
@NullMarked
package io.ordertrail.app.customer;

import org.jspecify.annotations.NullMarked;
