package io.ordertrail.query.order.history;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.payment.OpenRequest;
import io.ordertrail.model.payment.PaymentState;
import io.ordertrail.model.returns.ReturnState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The payments and returns of an order as they are; without those of which a later release has stored something.
 *
 * @param payments by id
 * @param returns by id
 */
record OrderParts(Map<String, PaymentState> payments, Map<String, ReturnState> returns) {

    /** @param messages all events of the order, those of one part in their order */
    static OrderParts of(List<DomainEventMessage<?>> messages) {
        Map<String, PaymentState> payments = new TreeMap<>();
        Map<String, ReturnState> returns = new TreeMap<>();
        Set<String> unknown = messages.stream()
                .filter(UnknownEvents::isOne)
                .map(DomainEventMessage::getAggregateIdentifier)
                .collect(Collectors.toSet());
        for (DomainEventMessage<?> message : messages) {
            String id = message.getAggregateIdentifier();
            if (unknown.contains(id)) {
                continue;
            }
            if (message.getPayload() instanceof PaymentInitiated first) {
                payments.put(id, PaymentState.of(first));
            } else if (message.getPayload() instanceof PaymentEvent event) {
                payments.put(id, Objects.requireNonNull(payments.get(id), id).evolve(event));
            } else if (message.getPayload() instanceof ReturnRequested first) {
                returns.put(id, ReturnState.of(first));
            } else if (message.getPayload() instanceof ReturnEvent event) {
                returns.put(id, Objects.requireNonNull(returns.get(id), id).evolve(event));
            }
        }
        return new OrderParts(payments, returns);
    }

    /** The request of each payment of which nobody knows whether its provider did it, by payment. */
    Map<String, OpenRequest> unknown() {
        Map<String, OpenRequest> unknown = new TreeMap<>();
        payments.forEach((id, payment) -> {
            OpenRequest open = payment.open();
            if (open != null && open.unknown()) {
                unknown.put(id, open);
            }
        });
        return unknown;
    }
}
