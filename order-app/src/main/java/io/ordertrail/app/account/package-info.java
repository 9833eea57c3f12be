/** Accounts, transfers and the ledger over REST. */
@NullMarked
package io.ordertrail.app.account;

import org.jspecify.annotations.NullMarked;
