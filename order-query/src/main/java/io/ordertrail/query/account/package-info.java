/** The read side of accounts: balances, statements, transfers and the ledger. */
@NullMarked
package io.ordertrail.query.account;

import org.jspecify.annotations.NullMarked;
