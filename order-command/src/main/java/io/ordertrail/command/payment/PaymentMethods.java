package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** How payments are paid: their first event says so. Those of late are remembered; of the others the stream is asked. */
final class PaymentMethods {

    private static final int MOST = 1000;

    private final Function<String, Object> firstEventOf;
    private final Map<String, String> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** @param firstEventOf the payload of the first event of a payment's stream */
    PaymentMethods(Function<String, Object> firstEventOf) {
        this.firstEventOf = firstEventOf;
    }

    synchronized void remember(PaymentInitiated payment) {
        recent.put(payment.paymentId(), payment.choice().method());
    }

    synchronized String of(String paymentId) {
        return recent.computeIfAbsent(
                paymentId,
                id -> ((PaymentInitiated) firstEventOf.apply(id)).choice().method());
    }
}
