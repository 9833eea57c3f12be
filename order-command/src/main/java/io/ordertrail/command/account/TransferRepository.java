package io.ordertrail.command.account;

import io.ordertrail.api.account.TransferRefusal.TransferNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All transfers. */
final class TransferRepository extends AggregateRepository<Transfer> {

    TransferRepository(Builder<Transfer> builder) {
        super(builder, TransferNotFound::new);
    }
}
