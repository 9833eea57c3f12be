package io.ordertrail.command.order;

import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.RefundKind;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order in a store of its own, for tests of processes that look it up there. */
public final class StoredOrder {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final String id;
    private long version = -1;

    public StoredOrder(String id) {
        this.id = id;
    }

    /** With a line of one unit for each of {@code skus}. */
    public StoredOrder placed(String... skus) {
        OrderCreated sample = Samples.created(
                PaymentTerms.PREPAID, Stream.of(skus).map(StoredOrder::line).toList(), null, Samples.PLACED);
        return happened(sample);
    }

    /** So much money was received. */
    public StoredOrder paid(String paymentId, String amount) {
        return paid(paymentId, "SANDBOX", amount);
    }

    /** So much money came another way. */
    public StoredOrder paidByHand(String paymentId, String amount) {
        return paid(paymentId, "MANUAL", amount);
    }

    private StoredOrder paid(String paymentId, String method, String amount) {
        return happened(
                new PaymentProcessed(id, paymentId, PaymentKind.CAPTURED, method, eur(amount), null, Samples.LATER));
    }

    /** So much money was promised, and not received. */
    public StoredOrder promised(String paymentId, String amount) {
        return happened(new PaymentProcessed(
                id, paymentId, PaymentKind.AUTHORIZED, "SANDBOX", eur(amount), null, Samples.LATER));
    }

    /** So much money went back. */
    public StoredOrder refunded(String paymentId, String refundId, String amount) {
        return happened(new RefundRecorded(id, paymentId, refundId, RefundKind.REFUND, eur(amount), Samples.LATER));
    }

    public StoredOrder happened(OrderEvent event) {
        version++;
        store.publish(new GenericDomainEventMessage<>("order", id, version, event));
        return this;
    }

    public OrderLines lines() {
        return new OrderLines(store);
    }

    public OrderMoney money() {
        return new OrderMoney(store);
    }

    private static LineRequest line(String sku) {
        return Samples.line(sku, 1, "10.00", "0.00", "0.19", true);
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
