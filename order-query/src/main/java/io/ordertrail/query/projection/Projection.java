package io.ordertrail.query.projection;

import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.thread.UninterruptedThread;
import io.ordertrail.query.projection.fold.Batch;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * An event processor of views, configured in code because Axon's defaults lose events or are slow
 * (docs/reference/axon-pitfalls.md, 3, 7, 12, 13).
 */
final class Projection implements ConfigurerModule {

    private final String name;
    private final ProjectionHandler handler;
    private final boolean autoStart;
    private final Duration patience;
    private final ErrorWatch errors;

    /**
     * @param patience so long the processor waits for its next event before it looks whether it is to stop, and so
     *     often it stores its token while nothing that comes concerns it
     */
    Projection(String name, ProjectionHandler handler, boolean autoStart, Duration patience, ErrorWatch errors) {
        this.name = name;
        this.handler = handler;
        this.autoStart = autoStart;
        this.patience = patience;
        this.errors = errors;
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer events = configurer.eventProcessing();
        events.registerEventHandler(axon -> handler)
                .assignHandlerInstancesMatching(name, handler::equals)
                .registerTrackingEventProcessor(name, Configuration::eventStore, axon -> processing())
                .registerTransactionManager(
                        name, axon -> axon.getComponent(RepeatableWork.class).transactions())
                .registerErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                // The handler itself parks an event that is the cause of a failure.
                .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance());
    }

    private TrackingEventProcessorConfiguration processing() {
        // One thread works, for there is one segment. With one only, Axon forgets to give it back when a processor is
        // stopped in the moment between claiming its segment and starting work, and never works again.
        return TrackingEventProcessorConfiguration.forParallelProcessing(2)
                .andAutoStart(autoStart)
                .andBatchSize(Batch.SIZE)
                .andInitialSegmentsCount(1)
                .andThreadFactory(ignored -> UninterruptedThread.of(name))
                // A batch that is under way when the service stops is ended in peace.
                .andWorkerTerminationTimeout(30, TimeUnit.SECONDS)
                .andEventAvailabilityTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                // The first event: Axon's "tail" is the old end of the stream.
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andEventTrackerStatusChangeListener(errors);
    }
}
