package io.ordertrail.api.customer;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.ordertrail.api.message.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of what is kept of a customer.
 *
 * @param version of the customer's stream; -1 if nothing happened yet
 * @param legalHold why the data must be kept; null if it need not be
 * @param erasedAt when the key was destroyed; null before
 * @param erasureReason why the data was, or is being, erased
 * @param erasedOrders how many orders were the customer's when they were erased
 */
@Named("customer.CustomerView")
public record CustomerView(
        String customerId,
        long version,
        State state,
        @Nullable String legalHold,
        @Nullable Instant erasedAt,
        @Nullable String erasureReason,
        int erasedOrders) {

    /** Where a customer's personal data is. */
    public enum State {
        KEPT,
        ERASING,
        ERASED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
