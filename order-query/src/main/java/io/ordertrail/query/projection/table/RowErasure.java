package io.ordertrail.query.projection.table;

import io.ordertrail.api.customer.CustomerEvent.CustomerErased;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;

/**
 * How rows that are made of other streams lose what is personal. The rows of an order itself change with its own event.
 *
 * @param by the type of the event after which nobody can read any more what the rows' events hold
 * @param condition which rows it is about, with a mark for {@code value}; put into SQL as it is
 * @param value what of the event they are found by
 */
public record RowErasure(Class<?> by, String condition, Function<Object, String> value) {

    /** Of rows that belong to an order, which column {@code order_id} names. */
    public static final RowErasure OF_ORDER =
            new RowErasure(OrderDataErased.class, "order_id = ?", event -> ((OrderDataErased) event).orderId());

    /** Of rows about the customer's own stream, which column {@code subject} names. */
    private static final RowErasure OF_CUSTOMER = new RowErasure(
            CustomerErased.class, "subject = ?", event -> CustomerId.stream(((CustomerErased) event).customerId()));

    /**
     * Of rows that belong to an account.
     *
     * @param column names it
     */
    public static RowErasure ofAccount(String column) {
        return new RowErasure(
                CustomerErased.class,
                column + " in (select account_id from account_view where owner_id = ?)",
                event -> ((CustomerErased) event).customerId());
    }

    /**
     * Of rows that belong to a transfer, which is of whom the money leaves.
     *
     * @param column names it
     */
    private static RowErasure ofTransfer(String column) {
        return new RowErasure(
                CustomerErased.class,
                column + " in (select transfer_id from transfer_view where from_account in"
                        + " (select account_id from account_view where owner_id = ?))",
                event -> ((CustomerErased) event).customerId());
    }

    /** Of rows about anything of a customer, which {@code subject} names; {@code order_id} names its order. */
    public static RowErasure[] bySubject() {
        return new RowErasure[] {OF_ORDER, ofAccount("subject"), ofTransfer("subject"), OF_CUSTOMER};
    }

    boolean isBy(EventMessage<?> event) {
        return event.getPayloadType() == by;
    }

    /** Whether {@code event} is a revision of it that this release does not know. */
    boolean mayBeBy(EventMessage<?> event) {
        return UnknownEvents.mayBe(event, by::equals, name -> false);
    }

    String valueOf(EventMessage<?> event) {
        return value.apply(event.getPayload());
    }
}
