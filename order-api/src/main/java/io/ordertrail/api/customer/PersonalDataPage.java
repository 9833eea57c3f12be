package io.ordertrail.api.customer;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
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

    /** What the events of one order hold, and those of its payments, shipments and returns. */
    public record OfOrder(String orderId, String number, List<Item> data) {}

    /**
     * One text.
     *
     * @param stream the id of what the event is about: the order, a payment, a shipment, a return
     * @param version of the event in its stream
     * @param event its type, such as {@code order.OrderCreated}
     * @param at when it was recorded
     * @param field JSON Pointer (RFC 6901) into the event, such as {@code /shippingAddress/name}
     */
    public record Item(
            String stream,
            long version,
            String event,
            Instant at,
            String field,
            @PersonalData String text) {}
}
