package io.ordertrail.command;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.LocalCommands;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import io.ordertrail.command.kernel.AggregateRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side started as a process of its own, with an empty store for each test, and how to speak to it. */
// Each test empties the store, from which processes of the one before would still be reading.
@SpringBootTest(
        classes = OrderCommandNode.class,
        properties = {
            "spring.config.name=order-command",
            "ordertrail.process.enabled=false",
            "ordertrail.payment.sandbox.enabled=true",
            "ordertrail.audit.delay=50ms",
            "ordertrail.chain.delay=20ms",
            "ordertrail.chain.seal-every=20ms"
        })
abstract class NodeContext {

    static final Money PRICE = Money.of(CurrencyUnit.EUR, 10);

    @Autowired
    Dispatch dispatch;

    @Autowired
    LocalCommands together;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventStore events;

    @Autowired
    List<AggregateRepository<?>> repositories;

    @BeforeEach
    void empty() {
        repositories.forEach(repository -> repository.remember(events));
        Stream.of(
                        "domain_event",
                        "snapshot_event",
                        "claimed_name",
                        "idempotency_key",
                        "scheduled_tasks",
                        "process_step",
                        "dead_letter",
                        "token_entry",
                        "sandbox_operation")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    RequestContext request(String key) {
        return new RequestContext(
                "local",
                List.of("SUPERVISOR", "SERVICE"),
                "conversation",
                "trace",
                new Idempotency("POST /x", key, "hash"),
                null);
    }

    Receipt send(Object command, String key) {
        return dispatch.send(command, request(key), Receipt.class);
    }

    /** What an item answered. */
    List<ReservationSet> answersOf(String item) {
        return events.readEvents(item)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(ReservationSet.class::isInstance)
                .map(ReservationSet.class::cast)
                .toList();
    }

    Verification verify() {
        return dispatch.ask(new VerifyWrites(), request("verify"), Verification.class);
    }

    static CreateOrder create(String orderId, @Nullable String externalRef) {
        LineRequest line =
                new LineRequest("TEE", "Tee", 2, PRICE, Money.zero(CurrencyUnit.EUR), new BigDecimal("0.19"), true);
        return new CreateOrder(
                orderId,
                externalRef,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.PREPAID,
                List.of(line),
                null,
                null,
                null,
                new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE"),
                null,
                null,
                Map.of(),
                null);
    }

    RecordPayment pay(String order) {
        return new RecordPayment(order, OrderId.payment(order, "1"), PRICE.multipliedBy(2), null, null);
    }
}
