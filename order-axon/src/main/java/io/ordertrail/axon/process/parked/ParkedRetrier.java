package io.ordertrail.axon.process.parked;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.axon.failure.UnprocessableEvent;
import io.ordertrail.axon.process.step.Cause;
import io.ordertrail.axon.process.step.OutcomePublisher;
import io.ordertrail.axon.serialization.KeptEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of parked events and tries them again, one at a time and each in a transaction of its own: Axon's way of doing
 * so has one for a whole subject, which a failure rolls back together with the note that it failed.
 */
public final class ParkedRetrier {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRetrier.class);

    private final String processor;
    private final ParkedTable table;
    private final OutcomePublisher publisher;
    private final Supplier<EventBus> events;
    private final Supplier<KeptEvents> kept;
    private final TransactionManager transactions;
    private final Clock clock;
    private final Set<String> told = new HashSet<>();
    private volatile @Nullable SequencedDeadLetterQueue<EventMessage<?>> queue;
    private volatile @Nullable EventMessageHandler handler;

    public ParkedRetrier(
            String processor,
            ParkedTable table,
            OutcomePublisher publisher,
            Supplier<EventBus> events,
            Supplier<KeptEvents> kept,
            TransactionManager transactions,
            Clock clock) {
        this.processor = processor;
        this.table = table;
        this.publisher = publisher;
        this.events = events;
        this.kept = kept;
        this.transactions = transactions;
        this.clock = clock;
    }

    void takenInBy(SequencedDeadLetterQueue<EventMessage<?>> from, EventMessageHandler by) {
        queue = from;
        handler = by;
    }

    /**
     * Tells of each event that could not be processed, once. What waits though none before it does any more is tried.
     */
    void tell() {
        for (DeadLetter head : table.list(DeadLetterFilter.of(processor))) {
            if (head.error().equals(ParkedTable.NOT_TRIED)) {
                subject(head.subject());
            } else if (!told.contains(head.id()) && !head.eventType().startsWith("process.")) {
                // Of those about processes nothing is told: one that cannot be processed would be told of for ever.
                String id = UUID.nameUUIDFromBytes(("parked\n" + head.id()).getBytes(StandardCharsets.UTF_8))
                        .toString();
                publisher.once(
                        id,
                        new EventParked(
                                processor,
                                head.subject(),
                                head.eventId(),
                                head.eventType(),
                                head.error(),
                                clock.instant()));
                told.add(head.id());
            }
        }
    }

    /** Tries the events of {@code subject} in order until one fails. */
    DeadLetterRetry subject(String subject) {
        long taken = 0;
        while (true) {
            Iterator<JdbcDeadLetter<?>> letters = waiting(subject).iterator();
            if (!letters.hasNext()) {
                return new DeadLetterRetry(processor, subject, taken, 0, null);
            }
            JdbcDeadLetter<?> letter = letters.next();
            try {
                takeIn(letter);
                taken++;
            } catch (RuntimeException e) {
                LOG.debug("The event {} still cannot be processed", letter.getIdentifier(), e);
                UnprocessableEvent why = new UnprocessableEvent(e);
                if (FailureClassifier.isOnTheEvent(e)) {
                    table.failed(letter.getIdentifier(), why, clock.instant());
                }
                return new DeadLetterRetry(processor, subject, taken, table.countOf(processor, subject), why.type());
            }
        }
    }

    /** The events of {@code subject} that wait, in order. */
    Stream<JdbcDeadLetter<?>> waiting(String subject) {
        SequencedDeadLetterQueue<EventMessage<?>> known = queue;
        if (known == null) {
            throw new IllegalStateException("There is no policy in this node");
        }
        return StreamSupport.stream(known.deadLetterSequence(subject).spliterator(), false)
                .map(letter -> (JdbcDeadLetter<?>) letter);
    }

    private void takeIn(JdbcDeadLetter<?> letter) {
        UnitOfWork<? extends EventMessage<?>> work = DefaultUnitOfWork.startAndGet(letter.message());
        work.attachTransaction(transactions);
        work.execute(() -> {
            if (table.lock(letter.getIdentifier())) {
                handle(work.getMessage());
                table.delete(processor, letter.getIdentifier());
                if (letter.cause().isPresent() && !(isOfProcesses(work.getMessage()))) {
                    ParkedEventTaken taken = new ParkedEventTaken(
                            processor,
                            letter.getSequenceIdentifier(),
                            work.getMessage().getIdentifier(),
                            clock.instant());
                    events.get().publish(new GenericEventMessage<>(taken, Cause.ofEvent(taken)));
                }
            }
        });
    }

    /** Has the policies process {@code event} in the present unit of work; of an earlier revision, as today's. */
    void handle(EventMessage<?> event) {
        kept.get().today(event).forEach(this::handOver);
    }

    private void handOver(EventMessage<?> event) {
        EventMessageHandler by = handler;
        if (by == null) {
            throw new IllegalStateException("There is no policy in this node");
        }
        try {
            if (by.canHandle(event)) {
                by.handle(event);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfProcesses(EventMessage<?> event) {
        return ProcessEvent.class.isAssignableFrom(event.getPayloadType());
    }
}
