package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.RefusedWith;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.command.payment.provider.NoProvider;
import io.ordertrail.command.payment.provider.Providers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
abstract class PaymentScenario {

    private static final Providers PROVIDERS =
            new Providers(List.of(new NoProvider("SANDBOX"), new NoProvider("MANUAL")));

    AggregateTestFixture<Payment> fixture;
    JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        jdbc = Database.empty();
        fixture = fixture(Clock.fixed(NOW, ZoneOffset.UTC), jdbc);
    }

    static AggregateTestFixture<Payment> fixture(Clock clock, JdbcClient jdbc) {
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        AggregateRepository<Payment> payments = new AggregateRepository<>(
                EventSourcingRepository.builder(Payment.class)
                        .eventStore(fixture.getEventStore())
                        .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(Payment.class),
                                new SimpleResourceParameterResolverFactory(List.of(clock, PROVIDERS)))),
                PaymentNotFound::new);
        fixture.registerRepository(payments);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(PROVIDERS);
        fixture.registerAnnotatedCommandHandler(new PaymentHandler(payments, new UniqueClaims(jdbc), WEEK, clock));
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
        return fixture;
    }

    Given given(PaymentEvent... events) {
        return new Given(fixture.given((Object[]) events));
    }

    /** As {@link #given}, where every event was caused by the command of this id. */
    Given givenCausedBy(String commandId, PaymentEvent... events) {
        return new Given(fixture.given(List.of(events).stream()
                .map(event -> new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId)))
                .toList()));
    }

    Given givenNothing() {
        return new Given(fixture.givenNoPriorActivity());
    }

    static final class Given {

        private final TestExecutor<Payment> executor;
        private final Map<String, Object> metaData = new HashMap<>(Map.of(MetaKeys.ROLES, "SERVICE"));

        Given(TestExecutor<Payment> executor) {
            this.executor = executor;
        }

        Given by(String... roles) {
            metaData.put(MetaKeys.ROLES, String.join(",", roles));
            return this;
        }

        /** After this command, which is accepted. */
        Given andSaid(PaymentCommand command) {
            return new Given(executor.andGivenCommands(new GenericCommandMessage<>(
                    new GenericMessage<>(command, metaData), command.getClass().getName())));
        }

        Given ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        Then when(PaymentCommand command) {
            return new Then(executor.when(command, metaData));
        }

        Then when(String commandId, PaymentCommand command) {
            var message = new GenericCommandMessage<>(
                    new GenericMessage<>(commandId, command, Map.of()),
                    command.getClass().getName());
            return new Then(executor.when(message, metaData));
        }
    }

    record Then(ResultValidator<Payment> result) {

        Then then(PaymentEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
            return this;
        }

        Then nothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
            return this;
        }

        Then answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        void refused(Refusal refusal) {
            result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
        }

        /** Refused for these places in the request, whatever the words. */
        void faulty(String... pointersAndCodes) {
            result.expectNoEvents().expectException(RefusedWith.faults(pointersAndCodes));
        }
    }
}
