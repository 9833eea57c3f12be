package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Policy: what a payment asks of its provider is put where the worker finds it, in the transaction that processes the
 * event.
 */
final class ProviderRequests {

    /** Its name. */
    static final String NAME = "provider-requests";

    private static final Correlation CORRELATION = new Correlation();

    private final ProviderTasks tasks;

    ProviderRequests(ProviderTasks tasks) {
        this.tasks = tasks;
    }

    @EventHandler
    void on(PaymentAuthorizationRequested asked, EventMessage<?> message) {
        ask(asked.providerKey(), message);
    }

    @EventHandler
    void on(PaymentCaptureRequested asked, EventMessage<?> message) {
        ask(asked.providerKey(), message);
    }

    @EventHandler
    void on(PaymentVoidRequested asked, EventMessage<?> message) {
        ask(asked.providerKey(), message);
    }

    @EventHandler
    void on(RefundRequested asked, EventMessage<?> message) {
        ask(asked.providerKey(), message);
    }

    private void ask(String providerKey, EventMessage<?> message) {
        Map<String, ?> handedOn = CORRELATION.correlationDataFor(message);
        Map<String, String> cause = new TreeMap<>();
        for (String key : new String[] {MetaKeys.CORRELATION_ID, MetaKeys.CAUSATION_ID, MetaKeys.TRACE_ID}) {
            if (handedOn.get(key) instanceof String value) {
                cause.put(key, value);
            }
        }
        tasks.ask(providerKey, ProviderTask.first(cause));
    }
}
