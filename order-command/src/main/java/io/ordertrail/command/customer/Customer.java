package io.ordertrail.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerEvent.CustomerErased;
import io.ordertrail.api.customer.CustomerEvent.ErasureBegun;
import io.ordertrail.api.customer.CustomerEvent.ErasureWithdrawn;
import io.ordertrail.api.customer.CustomerEvent.LegalHoldLifted;
import io.ordertrail.api.customer.CustomerEvent.LegalHoldPlaced;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.model.customer.CustomerState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What may be kept of a customer. {@link CustomerHandler} knows their orders. */
@Aggregate(type = "customer", repository = "customerRepository")
final class Customer extends StatefulAggregate<CustomerState, CustomerEvent> {

    /** As long as anything is there, also when it is about to go. */
    void hold(String customerId, String reason, Instant at) {
        known(customerId).mustBeThere();
        apply(new LegalHoldPlaced(customerId, reason, at));
    }

    void lift(String customerId, String reason, Instant at) {
        known(customerId).mustBeHeld();
        apply(new LegalHoldLifted(customerId, reason, at));
    }

    void begin(String customerId, String reason, Instant at) {
        known(customerId).mayBeErased();
        apply(new ErasureBegun(customerId, reason, at));
    }

    void withdraw(String customerId, String reason, Instant at) {
        known(customerId).mustBeErasing();
        apply(new ErasureWithdrawn(customerId, reason, at));
    }

    /** The version that the next event will have. */
    long next() {
        return isNew() ? 0 : receipt().version() + 1;
    }

    /** @param orders ids of all the customer's */
    void finish(List<String> orders, Instant at) {
        apply(new CustomerErased(state().customerId(), Objects.requireNonNull(state().erasureReason()), orders, at));
    }

    Receipt last() {
        return receipt();
    }

    @EventSourcingHandler
    void on(
            CustomerEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        become(CustomerId.stream(event.customerId()), known(event.customerId()).evolve(event), version, commandId);
    }

    private CustomerState known(String customerId) {
        return isNew() ? CustomerState.of(customerId) : state();
    }
}
