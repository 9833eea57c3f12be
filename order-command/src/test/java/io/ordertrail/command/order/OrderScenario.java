package io.ordertrail.command.order;

import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.Correlation;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.command.RefusedWith;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.payment.NoProvider;
import io.ordertrail.command.payment.Providers;
import io.ordertrail.command.stock.TrackedSkus;
import io.ordertrail.model.order.goods.ReturnWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
abstract class OrderScenario {

    static final ReturnWindow RETURNS = new ReturnWindow(Duration.ofDays(30));

    static final String NO_ACCOUNT = AccountId.of("none");
    static final String STRANGERS = AccountId.of("a stranger's balance");

    static final Providers PROVIDERS =
            new Providers(List.of(new NoProvider("SANDBOX"), new NoProvider("BANK"), new NoProvider("MANUAL")));

    AggregateTestFixture<Order> fixture;
    OrderRepository orders;

    @BeforeEach
    void prepare() {
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        fixture = new AggregateTestFixture<>(Order.class);
        orders = repository(fixture.getEventStore(), clock);
        fixture.registerRepository(orders);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(RETURNS);
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerAnnotatedCommandHandler(moneyBack(orders, clock));
    }

    static OrderRepository repository(EventStore events, Clock clock) {
        return new OrderRepository(EventSourcingRepository.builder(Order.class)
                .eventStore(events)
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(Order.class),
                        new SimpleResourceParameterResolverFactory(List.of(clock, RETURNS)))));
    }

    /** Where orders are placed and edited, beside the tables of {@code jdbc}. */
    final OrderHandler handler(JdbcClient jdbc) {
        return handler(orders, jdbc, new AccountOwners(fixture.getEventStore()));
    }

    /** Every account is there, and the sample customer's, but for {@link #NO_ACCOUNT} and {@link #STRANGERS}. */
    static RefundAccountHandler moneyBack(OrderRepository orders, Clock clock) {
        return new RefundAccountHandler(orders, new AccountOwners(OrderScenario::account), RETURNS, clock);
    }

    private static Optional<Object> account(String accountId) {
        String owner = accountId.equals(STRANGERS)
                ? "c-stranger"
                : Samples.create(PaymentTerms.PREPAID).customerId();
        return accountId.equals(NO_ACCOUNT)
                ? Optional.empty()
                : Optional.of(new AccountCreated(
                        accountId,
                        owner,
                        AccountKind.CUSTOMER,
                        CurrencyUnit.EUR,
                        Money.zero(CurrencyUnit.EUR),
                        Samples.NOW));
    }

    static OrderHandler handler(OrderRepository orders, JdbcClient jdbc, AccountOwners owners) {
        return new OrderHandler(
                orders,
                new OrderNames(jdbc, new UniqueClaims(jdbc)),
                new TrackedSkus(jdbc),
                PROVIDERS,
                owners,
                Samples.TIMES,
                Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    static void tracked(JdbcClient jdbc, String... skus) {
        for (String sku : skus) {
            new UniqueClaims(jdbc).claim(StockItemId.SKU, sku, StockItemId.of(sku));
        }
    }

    Given given(OrderEvent... events) {
        return new Given(fixture.given((Object[]) events));
    }

    /** As {@link #given}, where every event was caused by the command of this id. */
    Given givenCausedBy(String commandId, OrderEvent... events) {
        return new Given(fixture.given(List.of(events).stream()
                .map(event -> new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId)))
                .toList()));
    }

    Given givenNothing() {
        return new Given(fixture.givenNoPriorActivity());
    }

    static final class Given {

        private final TestExecutor<Order> executor;
        private final Map<String, Object> metaData = new HashMap<>(Map.of(MetaKeys.ROLES, "STAFF"));

        Given(TestExecutor<Order> executor) {
            this.executor = executor;
        }

        Given by(String... roles) {
            metaData.put(MetaKeys.ROLES, String.join(",", roles));
            return this;
        }

        Given ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        Given tryingAgain() {
            metaData.put(MetaKeys.ATTEMPT, 1);
            return this;
        }

        Then when(OrderCommand command) {
            return new Then(executor.when(command, metaData));
        }

        Then when(String commandId, OrderCommand command) {
            var message = new GenericCommandMessage<>(
                    new GenericMessage<>(commandId, command, Map.of()),
                    command.getClass().getName());
            return new Then(executor.when(message, metaData));
        }
    }

    record Then(ResultValidator<Order> result) {

        Then then(OrderEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
            return this;
        }

        /** Accepted; what comes of it is looked at piece by piece. */
        void shows(Consumer<List<?>> look) {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
                        look.accept(events);
                        return true;
                    })));
        }

        Then answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        /** Accepted, though nothing comes of it: the order stays at {@code version}. */
        void changesNothing(long version) {
            result.expectSuccessfulHandlerExecution()
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            Receipt.of(Samples.ORDER, version).again());
        }

        void refused(Refusal refusal) {
            result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
        }

        /** Refused for these places in the request, whatever the words. */
        void faulty(String... pointersAndCodes) {
            result.expectNoEvents().expectException(RefusedWith.faults(pointersAndCodes));
        }
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
