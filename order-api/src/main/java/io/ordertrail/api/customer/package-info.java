/** What a shop may keep about a customer, and how it is forgotten. */
@NullMarked
package io.ordertrail.api.customer;

import org.jspecify.annotations.NullMarked;
