package io.ordertrail.axon.process;

import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.process.parked.DeadLetters;
import io.ordertrail.axon.process.parked.Parked;
import io.ordertrail.axon.thread.UninterruptedThread;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event processor of all policies, said in code because what Axon fills in where nothing is said loses events or is
 * slow (docs/reference/axon-pitfalls.md, 3, 7, 12, 13). It has as many segments as it was told; which segment processes
 * an event follows from its {@link EventSubject}.
 */
final class Processors implements ConfigurerModule {

    /** The processor of all policies. */
    static final String POLICIES = "processes";

    /**
     * Events that share a transaction at most. A failed batch is done again, and its steps are not sent before it is
     * done.
     */
    static final int BATCH_SIZE = 50;

    /**
     * A batch that is under way when the service stops is ended in peace: an interrupted thread would close the H2 file
     * for all.
     */
    private static final long STOP_SECONDS = 30;

    private final List<Policy> policies;
    private final int segments;
    private final boolean autoStart;
    private final Parked parked;
    private final ErrorWatch errors;

    Processors(List<Policy> policies, int segments, boolean autoStart, Parked parked, ErrorWatch errors) {
        this.policies = policies;
        this.segments = segments;
        this.autoStart = autoStart;
        this.parked = parked;
        this.errors = errors;
    }

    @Override
    public void configureModule(Configurer configurer) {
        if (policies.isEmpty()) {
            return;
        }
        configurer
                .eventProcessing()
                .registerEventHandler(this::group)
                .assignHandlerInstancesMatching(POLICIES, handler -> handler instanceof PolicyGroup)
                .registerSequencingPolicy(POLICIES, axon -> new EventSubject())
                .registerDeadLetterQueue(POLICIES, axon -> DeadLetters.queue(POLICIES, axon))
                .registerDeadLetterPolicy(POLICIES, axon -> DeadLetters.policy())
                // A replay reads the parked events again too. Without the cache every event would cost a query.
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        POLICIES, (axon, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache())
                .registerTrackingEventProcessor(POLICIES, Configuration::eventStore, axon -> processing())
                .registerTransactionManager(
                        POLICIES,
                        axon -> axon.getComponent(RepeatableWork.class).transactions())
                .registerErrorHandler(POLICIES, axon -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(POLICIES, axon -> PropagatingErrorHandler.instance());
    }

    private TrackingEventProcessorConfiguration processing() {
        // One thread for each segment, and one that is there for the moment of a stop (34).
        return TrackingEventProcessorConfiguration.forParallelProcessing(segments + 1)
                .andAutoStart(autoStart)
                .andBatchSize(BATCH_SIZE)
                .andInitialSegmentsCount(segments)
                .andThreadFactory(ignored -> UninterruptedThread.of(POLICIES))
                .andWorkerTerminationTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .andEventTrackerStatusChangeListener(errors)
                // So long it waits for its next event before it looks whether it is to stop, and so often it stores
                // its token while nothing that comes concerns it.
                .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                // The first event: Axon's "tail" is the old end of the stream. As a plain token, not a replay
                // token: nothing is read again.
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
    }

    private PolicyGroup group(Configuration axon) {
        PolicyGroup group = new PolicyGroup(policies.stream()
                .<EventMessageHandler>map(policy -> new AnnotationEventHandlerAdapter(
                        policy.handlers(),
                        axon.parameterResolverFactory(),
                        axon.handlerDefinition(policy.handlers().getClass())))
                .toList());
        parked.takenInBy(
                axon.eventProcessingConfiguration().deadLetterQueue(POLICIES).orElseThrow(), group);
        return group;
    }
}
