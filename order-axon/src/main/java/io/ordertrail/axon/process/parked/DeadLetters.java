package io.ordertrail.axon.process.parked;

import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.axon.failure.UnprocessableEvent;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Where the events wait that handlers cannot process, and which events these are. */
public final class DeadLetters {

    private DeadLetters() {}

    /** Those of the event processor {@code processor}. However many wait, there is room: else one would stop all. */
    public static SequencedDeadLetterQueue<EventMessage<?>> queue(String processor, Configuration axon) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(processor)
                .maxSequences(Integer.MAX_VALUE)
                .maxSequenceSize(Integer.MAX_VALUE)
                .schema(axon.getComponent(DeadLetterSchema.class))
                .connectionProvider(axon.getComponent(ConnectionProvider.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build();
    }

    /** Parks what is the event's fault. Everything else is thrown on, for the processor to try again: never ignored. */
    public static EnqueuePolicy<EventMessage<?>> policy() {
        return (letter, failure) -> {
            if (FailureClassifier.isOnTheEvent(failure)) {
                return Decisions.enqueue(new UnprocessableEvent(failure));
            }
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        };
    }
}
