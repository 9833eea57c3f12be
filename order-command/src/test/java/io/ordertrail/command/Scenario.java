package io.ordertrail.command;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.AggregateRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
public final class Scenario<A> {

    /** When it is, in every test. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final AggregateTestFixture<A> fixture;
    private final AggregateRepository<A> repository;
    private final String role;

    /**
     * @param role whom the commands come from where a test says nothing else
     * @param resources what command handlers may ask for, besides the clock
     */
    public Scenario(Class<A> type, String role, Function<String, Refusal> notFound, Object... resources) {
        this.role = role;
        fixture = new AggregateTestFixture<>(type);
        List<Object> all = Stream.concat(Stream.of(Clock.fixed(NOW, ZoneOffset.UTC)), Stream.of(resources))
                .toList();
        repository = new AggregateRepository<>(
                EventSourcingRepository.builder(type)
                        .eventStore(fixture.getEventStore())
                        .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(type),
                                new SimpleResourceParameterResolverFactory(all))),
                notFound);
        fixture.registerRepository(repository);
        all.forEach(fixture::registerInjectableResource);
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
    }

    /**
     * Adds what handles commands outside of the aggregate.
     *
     * @param handler made of the repository
     */
    public Scenario<A> with(Function<AggregateRepository<A>, Object> handler) {
        fixture.registerAnnotatedCommandHandler(handler.apply(repository));
        return this;
    }

    public Given<A> given(Object... events) {
        return new Given<>(events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(events), role);
    }

    /** As {@link #given}, where every event was caused by the command of this id. */
    public Given<A> givenCausedBy(String commandId, Object... events) {
        return new Given<>(
                fixture.given(Stream.of(events)
                        .map(event -> new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId)))
                        .toList()),
                role);
    }

    /** What happened before. */
    public static final class Given<A> {

        private final TestExecutor<A> executor;
        private final Map<String, Object> metaData = new HashMap<>();

        private Given(TestExecutor<A> executor, String role) {
            this.executor = executor;
            metaData.put(MetaKeys.ROLES, role);
        }

        public Given<A> by(String... roles) {
            metaData.put(MetaKeys.ROLES, String.join(",", roles));
            return this;
        }

        public Given<A> ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        public Then<A> when(Object command) {
            return new Then<>(executor.when(command, metaData));
        }

        public Then<A> when(String commandId, Object command) {
            var message = new GenericCommandMessage<>(
                    new GenericMessage<>(commandId, command, Map.of()),
                    command.getClass().getName());
            return new Then<>(executor.when(message, metaData));
        }
    }

    /** What came of it. */
    public record Then<A>(ResultValidator<A> result) {

        public Then<A> then(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
            return this;
        }

        public Then<A> answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        public void refused(Refusal refusal) {
            result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
        }

        /** Refused for these places in the request, whatever the words. */
        public void faulty(String... pointersAndCodes) {
            result.expectNoEvents().expectException(RefusedWith.faults(pointersAndCodes));
        }
    }
}
