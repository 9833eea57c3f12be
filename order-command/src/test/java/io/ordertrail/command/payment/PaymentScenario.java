package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.command.payment.provider.NoProvider;
import io.ordertrail.command.payment.provider.Providers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment of the sample order, in every state. */
abstract class PaymentScenario {

    private static final Providers PROVIDERS =
            new Providers(List.of(new NoProvider("SANDBOX"), new NoProvider("MANUAL")));

    JdbcClient jdbc;
    private Scenario<Payment> scenario;

    @BeforeEach
    void prepare() {
        jdbc = Database.empty();
        scenario = scenario(Clock.fixed(NOW, ZoneOffset.UTC), jdbc);
    }

    static Scenario<Payment> scenario(Clock clock, JdbcClient jdbc) {
        return Scenario.of(
                Payment.class,
                "SERVICE",
                clock,
                builder -> new AggregateRepository<>(builder, PaymentNotFound::new),
                (payments, events) -> List.of(new PaymentHandler(payments, new UniqueClaims(jdbc), WEEK, clock)),
                PROVIDERS);
    }

    Scenario.Given<Payment> given(PaymentEvent... events) {
        return scenario.given((Object[]) events);
    }

    Scenario.Given<Payment> givenCausedBy(String commandId, PaymentEvent... events) {
        return scenario.givenCausedBy(commandId, (Object[]) events);
    }

    Scenario.Given<Payment> givenNothing() {
        return scenario.given();
    }
}
