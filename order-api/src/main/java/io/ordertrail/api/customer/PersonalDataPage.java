package io.ordertrail.api.customer;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All personal data of some orders of a customer, as their events hold it: also what was changed since.
 *
 * @param next the last order of the page; null if it is the last page
 */
@Named("customer.PersonalDataPage")
public record PersonalDataPage(
        String customerId, List<OfOrder> orders, @Nullable String next) {

    /** What the events of one order hold. */
    public record OfOrder(String orderId, String number, List<Item> data) {}

    /**
     * One text.
     *
     * @param version of the event in its order
     * @param event its type, such as {@code order.OrderCreated}
     * @param field JSON Pointer (RFC 6901) into the event, such as {@code /shippingAddress/name}
     */
    public record Item(long version, String event, Instant at, String field, String text) {}
}
