package io.ordertrail.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.axon.serialization.SnapshotType;
import io.ordertrail.axon.store.Snapshotted;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The smallest aggregate with snapshots: it counts how it was read, and its snapshots can be held up. */
@Aggregate(type = "purse", repository = "purseRepository", snapshotFilter = "currentSnapshots")
final class Purse implements Snapshotted {

    static final AtomicInteger EVENTS_READ = new AtomicInteger();
    static volatile CountDownLatch mayStore = new CountDownLatch(0);
    static volatile CountDownLatch storing = new CountDownLatch(1);

    @AggregateIdentifier
    private String id;

    private State state;

    @Named(value = "purse.snapshot", revision = "2")
    record State(String id, Money content) {}

    private Purse() {}

    @CommandHandler
    Purse(OpenAccount command) {
        apply(new AccountCreated(
                command.accountId(),
                command.ownerId(),
                command.kind(),
                command.currency(),
                Money.zero(command.currency()),
                Instant.EPOCH));
    }

    @CommandHandler
    Receipt handle(Deposit command) {
        apply(new Deposited(
                id,
                command.journalId(),
                command.kind(),
                command.amount(),
                command.kind().counterAccount(),
                state.content().toString(),
                null,
                Instant.EPOCH));
        return Receipt.of(id, getVersion());
    }

    @EventSourcingHandler
    void on(AccountCreated event) {
        EVENTS_READ.incrementAndGet();
        on(new State(event.accountId(), Money.zero(event.currency())));
    }

    @EventSourcingHandler
    void on(Deposited event) {
        EVENTS_READ.incrementAndGet();
        state = new State(id, state.content().plus(event.amount()));
    }

    @EventSourcingHandler
    void on(State snapshot) {
        id = snapshot.id();
        state = snapshot;
    }

    @Override
    public State snapshot() {
        storing.countDown();
        try {
            mayStore.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return state;
    }

    @Configuration(proxyBeanMethods = false)
    static class Purses {

        @Bean
        @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
        static Purse purse() {
            return new Purse();
        }

        @Bean
        static SnapshotType purseSnapshot() {
            return new SnapshotType(State.class);
        }

        @Bean
        EventSourcingRepository<Purse> purseRepository(
                org.axonframework.config.Configuration axon, SnapshotTriggerDefinition snapshotTrigger) {
            return EventSourcingRepository.builder(Purse.class)
                    .eventStore(axon.eventStore())
                    .parameterResolverFactory(axon.parameterResolverFactory())
                    .handlerDefinition(axon.handlerDefinition(Purse.class))
                    .snapshotTriggerDefinition(snapshotTrigger)
                    .build();
        }
    }
}
