package io.ordertrail.query.projection;

import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.thread.UninterruptedThread;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.replay.ReplayProgress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A running view: its event processor, configured in code because Axon's defaults lose events or is slow
 * (docs/reference/axon-pitfalls.md, 3, 7, 12, 13).
 */
final class Projection implements ConfigurerModule {

    private final ReadModel<?> model;
    private final boolean autoStart;
    private final PlatformTransactionManager transactions;
    private final CommitSignal commits;
    private final ParkedTable parked;
    private final Progress progress;

    Projection(
            ReadModel<?> model,
            boolean autoStart,
            PlatformTransactionManager transactions,
            CommitSignal commits,
            ParkedTable parked,
            ReplayProgress replays,
            ErrorWatch errors) {
        this.model = model;
        this.autoStart = autoStart;
        this.transactions = transactions;
        this.commits = commits;
        this.parked = parked;
        this.progress = new Progress(replays, errors);
    }

    @Override
    public void configureModule(Configurer configurer) {
        String name = model.name();
        EventProcessingConfigurer events = configurer.eventProcessing();
        events.registerEventHandler(this::projector)
                .assignHandlerInstancesMatching(
                        name, handler -> handler instanceof ProjectionHandler<?> p && p.isOf(model))
                .registerTrackingEventProcessor(name, Configuration::eventStore, axon -> processing())
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
                .andThreadFactory(ignored -> UninterruptedThread.of(model.name()))
                // A batch that is under way when the service stops is ended in peace.
                .andWorkerTerminationTimeout(30, TimeUnit.SECONDS)
                // So long it waits for its next event before it looks whether it is to stop, and so often it stores
                // its token while nothing that comes concerns it.
                .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                // The first event: Axon's "tail" is the old end of the stream.
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andEventTrackerStatusChangeListener(progress);
    }

    private ProjectionHandler<?> projector(Configuration axon) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new ProjectionHandler<>(model, parked, savepoint, commits);
    }

    /** Informs both listeners. */
    private record Progress(ReplayProgress replays, ErrorWatch errors) implements EventTrackerStatusChangeListener {

        @Override
        public boolean validatePositions() {
            return replays.validatePositions();
        }

        @Override
        public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> statuses) {
            errors.onEventTrackerStatusChange(statuses);
            replays.onEventTrackerStatusChange(statuses);
        }
    }
}
