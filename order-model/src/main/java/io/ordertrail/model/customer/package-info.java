/** What a shop may keep about a customer: the state, its fold and its rules. */
@NullMarked
package io.ordertrail.model.customer;

import org.jspecify.annotations.NullMarked;
