package io.ordertrail.axon.process;

import io.ordertrail.axon.CalmThread;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event processors of sagas and policies, said in code because what Axon fills in where nothing is said loses events or is
 * slow (docs/reference/axon-pitfalls.md, 3, 7, 12, 13).
 */
final class Processors implements ConfigurerModule {

    /** Events that share a transaction at most. A failed batch is done again, and its steps are not sent before it is done. */
    static final int BATCH_SIZE = 50;

    private final List<SagaType> sagas;
    private final List<Policy> policies;
    private final boolean autoStart;

    Processors(List<SagaType> sagas, List<Policy> policies, boolean autoStart) {
        this.sagas = sagas;
        this.policies = policies;
        this.autoStart = autoStart;
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer events = configurer.eventProcessing();
        for (SagaType saga : sagas) {
            events.registerSaga(saga.type()).assignHandlerTypesMatching(saga.name(), type -> type == saga.type());
            configure(events, saga.name());
        }
        for (Policy policy : policies) {
            events.registerEventHandler(axon -> policy.handlers())
                    .assignHandlerInstancesMatching(policy.name(), handler -> handler == policy.handlers());
            configure(events, policy.name());
        }
    }

    private void configure(EventProcessingConfigurer events, String name) {
        events.registerTrackingEventProcessor(name, Configuration::eventStore, axon -> processing(name))
                .registerErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance());
    }

    private TrackingEventProcessorConfiguration processing(String name) {
        // One thread works, for there is one segment; the other is there for the moment of a stop (34).
        return TrackingEventProcessorConfiguration.forParallelProcessing(2)
                .andAutoStart(autoStart)
                .andBatchSize(BATCH_SIZE)
                .andInitialSegmentsCount(1)
                .andThreadFactory(ignored -> CalmThread.of(name))
                // So long it waits for its next event before it looks whether it is to stop, and so often it stores
                // its token while nothing that comes concerns it.
                .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                // The first event: Axon's "tail" is the old end of the stream. As a plain token, not a replay
                // token, under which Axon gives a saga nothing.
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
    }
}
