package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerRefusal.CustomerNotFound;
import io.ordertrail.command.kernel.AggregateRepository;

/** All customers of whom there is more to say than that they have orders and accounts. */
final class CustomerRepository extends AggregateRepository<Customer> {

    CustomerRepository(Builder<Customer> builder) {
        super(builder, CustomerNotFound::new);
    }
}
