package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.command.verification.EventLog;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives orders their names back where the events outlived the database that kept the names: a new database beside an Axon
 * Server that is not new. Otherwise numbers would be given twice. Done before the first request is taken.
 */
final class LostNames implements SmartInitializingSingleton {

    private static final Comparator<String> BY_COUNT =
            Comparator.comparingLong(number -> Long.parseLong(number.substring(number.indexOf('-') + 1)));

    private final OrderNames names;
    private final EventLog log;
    private final TransactionTemplate transactions;

    LostNames(OrderNames names, EventLog log, TransactionTemplate transactions) {
        this.names = names;
        this.log = log;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (names.areNone()) {
            transactions.execute(status -> claimAll()).ifPresent(names::continueAfter);
        }
    }

    /** The last number that was given. */
    private Optional<String> claimAll() {
        AtomicReference<Optional<String>> last = new AtomicReference<>(Optional.empty());
        log.forEach(event -> {
            if (event.getPayloadType() == OrderCreated.class) {
                OrderCreated order = claim(event);
                last.updateAndGet(before -> before.filter(number -> BY_COUNT.compare(number, order.number()) > 0)
                        .or(() -> Optional.of(order.number())));
            }
        });
        return last.get();
    }

    private OrderCreated claim(EventMessage<?> event) {
        OrderCreated order = (OrderCreated) event.getPayload();
        if (order.externalRef() == null) {
            names.claim(order.number(), order.orderId());
        } else {
            names.claim(order.number(), OrderNames.external(order.channel(), order.externalRef()), order.orderId());
        }
        return order;
    }
}
