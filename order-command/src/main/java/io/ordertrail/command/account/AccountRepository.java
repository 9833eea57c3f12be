package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All accounts. */
final class AccountRepository extends AggregateRepository<Account> {

    AccountRepository(Builder<Account> builder) {
        super(builder, AccountNotFound::new);
    }
}
