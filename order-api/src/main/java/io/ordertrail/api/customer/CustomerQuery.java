package io.ordertrail.api.customer;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/** Questions about what is kept of a customer. */
public sealed interface CustomerQuery {

    String customerId();

    @Named("customer.GetCustomer")
    record GetCustomer(String customerId) implements CustomerQuery {}

    /**
     * All personal data, order by order and account by account, in the order of their ids.
     *
     * @param size how many orders and accounts at most: 1 to 500
     * @param after the last order or account of the page before; null for the first page
     */
    @Named("customer.GetPersonalData")
    record GetPersonalData(
            String customerId, int size, @Nullable String after) implements CustomerQuery {}
}
