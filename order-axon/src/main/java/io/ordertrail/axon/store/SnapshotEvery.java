package io.ordertrail.axon.store;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Asks for a snapshot at every so many events of a stream. Axon's own definition counts the events that are read or
 * applied since the aggregate was loaded; where its state is remembered, these are never many.
 *
 * @param every from 1
 */
record SnapshotEvery(Snapshotter snapshotter, int every) implements SnapshotTriggerDefinition {

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> type) {
        return new Trigger(snapshotter, type, every);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> type, SnapshotTrigger trigger) {
        return prepareTrigger(type);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {

        private static final long serialVersionUID = 1;

        private final int every;
        private long events;

        private Trigger(Snapshotter snapshotter, Class<?> type, int every) {
            super(snapshotter, type);
            this.every = every;
        }

        @Override
        public void eventHandled(EventMessage<?> event) {
            events = event instanceof DomainEventMessage<?> stored ? stored.getSequenceNumber() + 1 : 0;
            super.eventHandled(event);
        }

        @Override
        protected boolean exceedsThreshold() {
            return events > 0 && events % every == 0;
        }

        @Override
        protected void reset() {
            events = 0;
        }
    }
}
