package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.command.verification.EventLog;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives orders their names back where the events outlived the database that kept the names: a new database beside an Axon
 * Server that is not new. Otherwise numbers would be given twice. Done before the first request is taken.
 */
final class LostNames implements SmartInitializingSingleton {

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
            long last = Objects.requireNonNull(transactions.execute(status -> claimAll()));
            if (last > 0) {
                names.continueAfter(last);
            }
        }
    }

    /** The highest count that was given, 0 where there is no order. */
    private long claimAll() {
        AtomicLong last = new AtomicLong();
        log.forEach(event -> {
            if (event.getPayloadType() == OrderCreated.class) {
                String number = claim(event).number();
                last.accumulateAndGet(OrderNames.countOf(number), Math::max);
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
