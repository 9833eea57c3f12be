package io.ordertrail.api.payment;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is asked of a provider. */
public enum PaymentOperation {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Rule P4: the key of the request for the order's ask {@code n}, {@code paymentId:operation:n}. */
    public String key(String paymentId, int n) {
        return paymentId + ":" + word() + ":" + n;
    }

    /** The operation that {@code providerKey} is about; empty if it is not such a key. */
    public static Optional<PaymentOperation> ofKey(String providerKey) {
        String[] parts = providerKey.split(":", -1);
        return Arrays.stream(values())
                .filter(operation -> parts.length == 3 && operation.word().equals(parts[1]))
                .findFirst();
    }

    /** The payment that {@code providerKey} is about: all that comes before the first colon. */
    public static String paymentOf(String providerKey) {
        int end = providerKey.indexOf(':');
        return end < 0 ? providerKey : providerKey.substring(0, end);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
