package io.ordertrail.api.customer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of customers are the shop's own, of any characters. */
public final class CustomerId {

    /** How the ids of these streams begin. */
    public static final String STREAM = "customer-";

    private CustomerId() {}

    /** The id of the stream that tells what became of a customer's personal data. */
    public static String stream(String customerId) {
        return STREAM + uuid(customerId);
    }

    /** The same for the same customer, for ever. */
    public static UUID uuid(String customerId) {
        return UUID.nameUUIDFromBytes(customerId.getBytes(StandardCharsets.UTF_8));
    }
}
