/** Accounts: balances that decide what may be taken from them, and transfers between two of them. */
@NullMarked
package io.ordertrail.command.account;

import org.jspecify.annotations.NullMarked;
