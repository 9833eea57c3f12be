/** Accounts: balances of customers that can pay for orders, and transfers between them. */
@NullMarked
package io.ordertrail.api.account;

import org.jspecify.annotations.NullMarked;
