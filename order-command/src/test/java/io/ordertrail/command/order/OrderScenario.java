package io.ordertrail.command.order;

import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.payment.provider.NoProvider;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.command.stock.TrackedSkus;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.order.goods.ReturnWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample order, in every state. */
abstract class OrderScenario {

    static final ReturnWindow RETURNS = new ReturnWindow(Duration.ofDays(30));

    static final String NO_ACCOUNT = AccountId.of("none");
    static final String STRANGERS = AccountId.of("a stranger's balance");

    static final Providers PROVIDERS =
            new Providers(List.of(new NoProvider("SANDBOX"), new NoProvider("BANK"), new NoProvider("MANUAL")));

    AggregateTestFixture<Order> fixture;
    private OrderRepository orders;
    private Scenario<Order> scenario;

    @BeforeEach
    void prepare() {
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        scenario = scenario(clock, (all, events) -> {
            orders = all;
            return List.of(moneyBack(all, clock));
        });
        fixture = scenario.fixture();
    }

    static Scenario<Order> scenario(Clock clock, BiFunction<OrderRepository, EventStore, List<?>> handlers) {
        return Scenario.of(
                        Order.class, "SUPERVISOR", clock, OrderRepository::new, handlers, RETURNS, ApprovalLimits.NONE)
                .about(Samples.ORDER);
    }

    /** Where orders are placed and edited, beside the tables of {@code jdbc}. */
    final OrderHandler handler(JdbcClient jdbc) {
        return handler(orders, jdbc, new AccountOwners(fixture.getEventStore()));
    }

    /** Every account is there, and the sample customer's, but for {@link #NO_ACCOUNT} and {@link #STRANGERS}. */
    static RefundAccountHandler moneyBack(OrderRepository orders, Clock clock) {
        return new RefundAccountHandler(
                orders, new AccountOwners(OrderScenario::account), RETURNS, ApprovalLimits.NONE, clock);
    }

    private static Optional<Object> account(String accountId) {
        String owner = accountId.equals(STRANGERS)
                ? "c-stranger"
                : Samples.create(PaymentTerms.PREPAID).customerId();
        if (accountId.startsWith("order-")) {
            return Optional.of(Samples.created());
        }
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

    Scenario.Given<Order> given(OrderEvent... events) {
        return scenario.given((Object[]) events);
    }

    Scenario.Given<Order> givenCausedBy(String commandId, OrderEvent... events) {
        return scenario.givenCausedBy(commandId, (Object[]) events);
    }

    Scenario.Given<Order> givenNothing() {
        return scenario.given();
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
