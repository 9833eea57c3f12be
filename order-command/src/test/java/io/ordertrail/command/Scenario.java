package io.ordertrail.command;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.axon.access.AccessControl;
import io.ordertrail.axon.access.AccessTable;
import io.ordertrail.axon.message.CommandAccess;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.AggregateRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository.Builder;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
public final class Scenario<A> {

    /** When it is, in every test. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Who sends, where a test says nothing else: the customer of the samples. */
    private static final String CUSTOMER = "c-1";

    private static final AccessControl ACCESS = new AccessControl(AccessTable.load());

    private final AggregateTestFixture<A> fixture;
    private final String role;
    private String subject = "";
    private BinaryOperator<List<Object>> completion = (before, events) -> events;

    private Scenario(Class<A> type, String role) {
        this.fixture = new AggregateTestFixture<>(type);
        this.role = role;
    }

    /**
     * Of an aggregate that handles all its commands itself.
     *
     * @param role whom the commands come from where a test says nothing else
     * @param resources what command handlers may ask for, besides the clock
     */
    public Scenario(Class<A> type, String role, Function<String, Refusal> notFound, Object... resources) {
        this(type, role);
        prepare(
                type,
                Clock.fixed(NOW, ZoneOffset.UTC),
                builder -> new AggregateRepository<>(builder, notFound),
                resources);
    }

    /**
     * Of an aggregate of which other handlers create or ask some.
     *
     * @param role whom the commands come from where a test says nothing else
     * @param handlers made of the repository and the event store
     * @param resources what the aggregate's own command handlers may ask for, besides the clock
     */
    public static <A, P extends AggregateRepository<A>> Scenario<A> of(
            Class<A> type,
            String role,
            Clock clock,
            Function<Builder<A>, P> repository,
            BiFunction<P, EventStore, List<?>> handlers,
            Object... resources) {
        Scenario<A> scenario = new Scenario<>(type, role);
        P all = scenario.prepare(type, clock, repository, resources);
        handlers.apply(all, scenario.fixture.getEventStore())
                .forEach(scenario.fixture::registerAnnotatedCommandHandler);
        return scenario;
    }

    private <P extends AggregateRepository<A>> P prepare(
            Class<A> type, Clock clock, Function<Builder<A>, P> repository, Object... resources) {
        List<Object> all = Stream.concat(Stream.of(clock), Stream.of(resources)).toList();
        P aggregates = repository.apply(EventSourcingRepository.builder(type)
                .eventStore(fixture.getEventStore())
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(type),
                        new SimpleResourceParameterResolverFactory(all))));
        fixture.registerRepository(aggregates);
        all.forEach(fixture::registerInjectableResource);
        fixture.registerCommandHandlerInterceptor(new CommandAccess(ACCESS));
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
        return aggregates;
    }

    /** The aggregate whose id {@link Then#changesNothing} expects. */
    public Scenario<A> about(String id) {
        this.subject = id;
        return this;
    }

    /** @param completed makes the events that are expected of those before and of what a test says of them */
    public Scenario<A> completing(BinaryOperator<List<Object>> completed) {
        this.completion = completed;
        return this;
    }

    public AggregateTestFixture<A> fixture() {
        return fixture;
    }

    /** @param all may be messages, and lists of events */
    public Given<A> given(Object... all) {
        Object[] events = flat(all).toArray();
        TestExecutor<A> executor = events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(events);
        List<Object> before = Stream.of(events)
                .<Object>map(event -> event instanceof Message<?> message ? message.getPayload() : event)
                .toList();
        return new Given<>(this, executor, before);
    }

    private static Stream<Object> flat(Object... events) {
        return Stream.of(events)
                .flatMap(event -> event instanceof List<?> several ? several.stream() : Stream.of(event));
    }

    /** As {@link #given}, where every event was caused by the command of this id. */
    public Given<A> givenCausedBy(String commandId, Object... events) {
        return given(Stream.of(events)
                .map(event -> new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId)))
                .toArray());
    }

    /** What happened before. */
    public static final class Given<A> {

        private final Scenario<A> scenario;
        private final TestExecutor<A> executor;
        private final List<Object> before;
        private final Map<String, Object> metaData = new HashMap<>();

        private Given(Scenario<A> scenario, TestExecutor<A> executor, List<Object> before) {
            this.scenario = scenario;
            this.executor = executor;
            this.before = before;
            metaData.put(MetaKeys.ROLES, scenario.role);
            metaData.put(MetaKeys.ACTOR, CUSTOMER);
        }

        public Given<A> by(String... roles) {
            metaData.put(MetaKeys.ROLES, String.join(",", roles));
            return this;
        }

        public Given<A> ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        public Given<A> tryingAgain() {
            metaData.put(MetaKeys.ATTEMPT, 1);
            return this;
        }

        /** Sent by the customer of this id. */
        public Given<A> byCustomer(String customerId) {
            metaData.put(MetaKeys.ACTOR, customerId);
            return by("CUSTOMER");
        }

        /** After these commands, each sent by whoever may send it and accepted. */
        public Given<A> and(Object... commands) {
            List<CommandMessage<?>> sent = new ArrayList<>();
            for (Object command : commands) {
                sent.add(new GenericCommandMessage<>(
                        new GenericMessage<>(command, Map.of(MetaKeys.ROLES, "SERVICE,SUPERVISOR")),
                        command.getClass().getName()));
            }
            return new Given<>(scenario, executor.andGivenCommands(sent), before);
        }

        public Then<A> when(Object command) {
            return then(executor.when(command, metaData));
        }

        public Then<A> when(String commandId, Object command) {
            var message = new GenericCommandMessage<>(
                    new GenericMessage<>(commandId, command, Map.of()),
                    command.getClass().getName());
            return then(executor.when(message, metaData));
        }

        private Then<A> then(ResultValidator<A> result) {
            return new Then<>(scenario, before, result);
        }
    }

    /** What came of it. */
    public static final class Then<A> {

        private final Scenario<A> scenario;
        private final List<Object> before;
        private final ResultValidator<A> result;

        private Then(Scenario<A> scenario, List<Object> before, ResultValidator<A> result) {
            this.scenario = scenario;
            this.before = before;
            this.result = result;
        }

        public Then<A> then(Object... events) {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents(scenario.completion
                            .apply(before, flat(events).toList())
                            .toArray());
            return this;
        }

        public Then<A> nothing() {
            return then();
        }

        /** Accepted; what comes of it is looked at piece by piece. */
        public void shows(Consumer<List<?>> look) {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
                        look.accept(events);
                        return true;
                    })));
        }

        public Then<A> answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        /** Accepted, though nothing comes of it: the aggregate stays at {@code version}. */
        public void changesNothing(long version) {
            nothing().answer(Receipt.of(scenario.subject, version).again());
        }

        public void refused(Refusal refusal) {
            result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
        }

        /** Refused to the sender, whatever the state. */
        public void forbidden() {
            result.expectNoEvents().expectException(RefusedWith.missingRole());
        }

        /** Refused for these places in the request, whatever the words. */
        public void faulty(String... pointersAndCodes) {
            result.expectNoEvents().expectException(RefusedWith.faults(pointersAndCodes));
        }

        public ResultValidator<A> result() {
            return result;
        }
    }
}
