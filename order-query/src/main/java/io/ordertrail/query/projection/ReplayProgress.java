package io.ordertrail.query.projection;

import io.ordertrail.query.projection.ReplayLog.Running;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events that a running replay takes in, in the transaction in which it does. It sits before the dead-letter
 * queue, because a parked event is done too as far as the replay goes.
 */
final class ReplayProgress implements MessageHandlerInterceptor<EventMessage<?>>, EventTrackerStatusChangeListener {

    private final String projection;
    private final ReplayLog log;
    private volatile boolean known;
    private volatile @Nullable Running running;

    ReplayProgress(String projection, ReplayLog log) {
        this.projection = projection;
        this.log = log;
    }

    /** A processor that takes up its work, here or after another process, looks whether a replay is what it does. */
    @Override
    public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> statuses) {
        if (statuses.values().stream().anyMatch(EventTrackerStatus::trackerAdded)) {
            known = false;
        }
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        if (work instanceof BatchingUnitOfWork<?> batch && batch.isFirstMessage()) {
            work.onPrepareCommit(w -> count(batch));
        }
        return chain.proceed();
    }

    private void count(BatchingUnitOfWork<?> batch) {
        if (!known) {
            running = log.running(projection).orElse(null);
            known = true;
        }
        Running replay = running;
        if (replay == null) {
            return;
        }
        var positions = batch.getMessages().stream().mapToLong(Positions::of).summaryStatistics();
        long counted = batch.getMessages().stream()
                .mapToLong(Positions::of)
                .filter(position -> position <= replay.headPosition())
                .count();
        boolean done = positions.getMax() >= replay.headPosition();
        log.advance(replay, counted, done);
        if (done) {
            batch.afterCommit(w -> running = null);
        }
    }
}
