package io.ordertrail.command.returns;

import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All returns. */
final class ReturnRepository extends AggregateRepository<Return> {

    ReturnRepository(Builder<Return> builder) {
        super(builder, ReturnNotFound::new);
    }
}
