package io.ordertrail.api.customer;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import java.time.Instant;
import java.util.List;

/** What became of a customer's personal data. Stored for ever; it holds none itself. */
public sealed interface CustomerEvent extends DatedEvent {

    @DataSubject
    String customerId();

    @Named("customer.LegalHoldPlaced")
    @Sentence("Nothing of the customer may be erased: {reason}")
    record LegalHoldPlaced(String customerId, String reason, Instant at) implements CustomerEvent {}

    @Named("customer.LegalHoldLifted")
    @Sentence("The customer may be erased again: {reason}")
    record LegalHoldLifted(String customerId, String reason, Instant at) implements CustomerEvent {}

    /** From now on the customer places no orders. */
    @Named("customer.ErasureBegun")
    @Sentence("The customer is being forgotten: {reason}")
    record ErasureBegun(String customerId, String reason, Instant at) implements CustomerEvent {}

    /** The erasure was called off: the customer may place orders again. */
    @Named("customer.ErasureWithdrawn")
    @Sentence("The customer is not forgotten after all: {reason}")
    record ErasureWithdrawn(String customerId, String reason, Instant at) implements CustomerEvent {}

    /**
     * The customer's key is destroyed.
     *
     * @param orders ids of all orders of the customer, whose personal data nobody can read any more
     */
    @Named("customer.CustomerErased")
    @Sentence("The customer was forgotten: {reason}")
    record CustomerErased(String customerId, String reason, List<String> orders, Instant at) implements CustomerEvent {}
}
