package io.ordertrail.command.account;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.RefusedWith;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
abstract class AccountScenario {

    static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    AggregateTestFixture<Account> fixture;

    @BeforeEach
    void prepare() {
        fixture = fixture(new UniqueClaims(Database.empty()), account -> refund);
    }

    /** The payment of which a refund is on its way to the account. */
    Optional<String> refund = Optional.empty();

    static AggregateTestFixture<Account> fixture(UniqueClaims names, Function<String, Optional<String>> refunds) {
        AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
        AccountRepository accounts = new AccountRepository(EventSourcingRepository.builder(Account.class)
                .eventStore(fixture.getEventStore())
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(Account.class),
                        new SimpleResourceParameterResolverFactory(List.of(CLOCK)))));
        fixture.registerRepository(accounts);
        fixture.registerInjectableResource(CLOCK);
        fixture.registerAnnotatedCommandHandler(
                new AccountHandler(accounts, new Journal(names, fixture.getEventStore()), refunds, CLOCK));
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
        return fixture;
    }

    Given given(Object... events) {
        return new Given(fixture.given(events));
    }

    /** As {@link #given}, where every event was caused by the command of this id. */
    Given givenCausedBy(String commandId, Object... events) {
        return new Given(fixture.given(List.of(events).stream()
                .map(event -> new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId)))
                .toList()));
    }

    Given givenNothing() {
        return new Given(fixture.givenNoPriorActivity());
    }

    static final class Given {

        private final TestExecutor<Account> executor;
        private final Map<String, Object> metaData = new HashMap<>(Map.of(MetaKeys.ROLES, "STAFF"));

        Given(TestExecutor<Account> executor) {
            this.executor = executor;
        }

        /** After these commands, each sent by the service. */
        Given and(Object... commands) {
            return new Given(executor.andGivenCommands(List.of(commands).stream()
                    .map(command -> new GenericCommandMessage<>(
                            new GenericMessage<>(command, Map.of(MetaKeys.ROLES, "SERVICE")),
                            command.getClass().getName()))
                    .toList()));
        }

        Given by(String roles) {
            metaData.put(MetaKeys.ROLES, roles);
            return this;
        }

        Given ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        Then when(Object command) {
            return new Then(executor.when(command, metaData));
        }

        Then when(String commandId, Object command) {
            var message = new GenericCommandMessage<>(
                    new GenericMessage<>(commandId, command, Map.of()),
                    command.getClass().getName());
            return new Then(executor.when(message, metaData));
        }
    }

    record Then(ResultValidator<Account> result) {

        Then then(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
            return this;
        }

        Then answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        /** Accepted, and nothing happens. */
        void changesNothing(long version) {
            then().answer(Receipt.of(Samples.ACCOUNT, version).again());
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
