package io.ordertrail.api.customer;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of some orders and accounts of a customer, as their events hold it: also what was changed since. A
 * customer who asks themselves is not told what the shop wrote for itself.
 *
 * @param processes what processes told of these; nothing for the customer
 * @param complete whether it is all; for a formal request for access somebody of the shop asks, who is told all
 * @param next the last order or account of the page; null if it is the last page
 */
@Named("customer.PersonalDataPage")
public record PersonalDataPage(
        String customerId,
        List<OfOrder> orders,
        List<OfAccount> accounts,
        List<Item> processes,
        boolean complete,
        @Nullable String next) {

    /** What the events of one order hold, and those of its payments, shipments and returns. */
    public record OfOrder(String orderId, String number, List<Item> data) {}

    /** What the events of one account hold, and those of the transfers out of it. */
    public record OfAccount(String accountId, List<Item> data) {}

    /**
     * One text.
     *
     * @param stream the id of what the event is about: the order or a part of it, an account, a transfer
     * @param version of the event in its stream; 0 of an event of a process, which is in no stream
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
