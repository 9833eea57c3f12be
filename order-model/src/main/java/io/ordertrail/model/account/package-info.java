/** Accounts: what a balance remembers, and the rules of what may be taken from it. */
@NullMarked
package io.ordertrail.model.account;

import org.jspecify.annotations.NullMarked;
