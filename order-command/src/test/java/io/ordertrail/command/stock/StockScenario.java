package io.ordertrail.command.stock;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.RefusedWith;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;

/** Lets a test read as its rule does: {@code given(events).when(command).then(events)}, or {@code .refused(reason)}. */
abstract class StockScenario {

    static final Clock CLOCK = Clock.fixed(StockSamples.NOW, ZoneOffset.UTC);

    final AggregateTestFixture<StockItem> fixture = new AggregateTestFixture<>(StockItem.class);
    final UniqueClaims names = new UniqueClaims(Database.empty());

    StockScenario() {
        prepare(fixture, names);
    }

    static void prepare(AggregateTestFixture<StockItem> fixture, UniqueClaims names) {
        StockItemRepository items = new StockItemRepository(EventSourcingRepository.builder(StockItem.class)
                .eventStore(fixture.getEventStore())
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(StockItem.class),
                        new SimpleResourceParameterResolverFactory(List.of(CLOCK)))));
        fixture.registerRepository(items);
        fixture.registerInjectableResource(CLOCK);
        fixture.registerAnnotatedCommandHandler(
                new StockHandler(items, new StockNames(names, fixture.getEventStore()), CLOCK));
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.registerCommandHandlerInterceptor(new CommandValidation());
    }

    Given given(StockEvent... events) {
        return new Given(fixture.given((Object[]) events), List.of(events));
    }

    Given givenCausedBy(String commandId, StockEvent... events) {
        return given(Stream.of(events)
                .<Message<?>>map(event -> causedBy(commandId, event))
                .toList());
    }

    Given given(List<Message<?>> events) {
        return new Given(
                fixture.given(events),
                events.stream().map(event -> (StockEvent) event.getPayload()).toList());
    }

    static Message<?> causedBy(String commandId, StockEvent event) {
        return new GenericMessage<>(event, Map.of(MetaKeys.CAUSATION_ID, commandId));
    }

    Given givenNothing() {
        return new Given(fixture.givenNoPriorActivity(), List.of());
    }

    static final class Given {

        private final TestExecutor<StockItem> executor;
        private final List<StockEvent> stream;
        private final Map<String, Object> metaData = new HashMap<>(Map.of(MetaKeys.ROLES, "SERVICE"));

        Given(TestExecutor<StockItem> executor, List<StockEvent> stream) {
            this.executor = executor;
            this.stream = stream;
        }

        Given by(String roles) {
            metaData.put(MetaKeys.ROLES, roles);
            return this;
        }

        Given ifMatch(long version) {
            metaData.put(MetaKeys.EXPECTED_VERSION, version);
            return this;
        }

        Then when(StockCommand command) {
            return new Then(executor.when(command, metaData), stream);
        }

        Then when(String commandId, StockCommand command) {
            return new Then(
                    executor.when(
                            new GenericCommandMessage<>(
                                    new GenericMessage<>(commandId, command, Map.of()),
                                    command.getClass().getName()),
                            metaData),
                    stream);
        }
    }

    record Then(ResultValidator<StockItem> result, List<StockEvent> before) {

        /** What the line of an answer had before follows from the events before. */
        Then then(StockEvent... events) {
            List<StockEvent> stream = new ArrayList<>(before);
            stream.addAll(List.of(events));
            List<StockEvent> expected = KeptBefore.in(stream).subList(before.size(), stream.size());
            result.expectSuccessfulHandlerExecution().expectEvents(expected.toArray());
            return this;
        }

        /** Accepted, and yet nothing happened; {@code version} is what the item stands at. */
        void changesNothing(long version) {
            then().answer(Receipt.of(StockSamples.ITEM, version).again());
        }

        Then answer(Receipt receipt) {
            result.expectResultMessagePayload(receipt);
            return this;
        }

        void refused(Refusal refusal) {
            result.expectNoEvents().expectException(RefusedWith.refusal(refusal));
        }

        void faulty(String... pointersAndCodes) {
            result.expectNoEvents().expectException(RefusedWith.faults(pointersAndCodes));
        }
    }
}
