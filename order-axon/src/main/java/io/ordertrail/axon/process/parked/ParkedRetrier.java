package io.ordertrail.axon.process.parked;

import io.ordertrail.api.process.ParkedPage.Item;
import io.ordertrail.api.process.ParkedRetry;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.axon.failure.UnprocessableEvent;
import io.ordertrail.axon.process.step.OutcomePublisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
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
            TransactionManager transactions,
            Clock clock) {
        this.processor = processor;
        this.table = table;
        this.publisher = publisher;
        this.events = events;
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
        for (Item head : table.heads(processor)) {
            if (head.cause() == null) {
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
                                code(head.cause()),
                                clock.instant()));
                told.add(head.id());
            }
        }
    }

    /** Tries all subjects again, at most 500. */
    void all() {
        table.heads(processor).forEach(head -> subject(head.subject()));
    }

    /** Tries the events of {@code subject} in order until one fails. */
    ParkedRetry subject(String subject) {
        long taken = 0;
        while (true) {
            Iterator<DeadLetter<? extends EventMessage<?>>> letters =
                    queue().deadLetterSequence(subject).iterator();
            if (!letters.hasNext()) {
                return new ParkedRetry(subject, taken, 0, null);
            }
            JdbcDeadLetter<?> letter = (JdbcDeadLetter<?>) letters.next();
            try {
                takeIn(letter);
                taken++;
            } catch (RuntimeException e) {
                LOG.debug("The event {} still cannot be processed", letter.getIdentifier(), e);
                return new ParkedRetry(subject, taken, table.countOf(processor, subject), failed(letter, e));
            }
        }
    }

    private void takeIn(JdbcDeadLetter<?> letter) {
        UnitOfWork<? extends EventMessage<?>> work = DefaultUnitOfWork.startAndGet(letter.message());
        work.attachTransaction(transactions);
        work.execute(() -> {
            if (table.lock(letter.getIdentifier())) {
                handle(work.getMessage());
                table.delete(processor, letter.getIdentifier());
                if (letter.cause().isPresent() && !(isOfProcesses(work.getMessage()))) {
                    events.get()
                            .publish(GenericEventMessage.asEventMessage(new ParkedEventTaken(
                                    processor,
                                    letter.getSequenceIdentifier(),
                                    work.getMessage().getIdentifier(),
                                    clock.instant())));
                }
            }
        });
    }

    private void handle(EventMessage<?> event) {
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

    /** Notes when it was tried, and why it failed. */
    private String failed(JdbcDeadLetter<?> letter, RuntimeException failure) {
        UnprocessableEvent why = new UnprocessableEvent(failure);
        if (FailureClassifier.isOnTheEvent(failure)) {
            requeue(letter, why);
        }
        return Objects.requireNonNull(why.getMessage());
    }

    @SuppressWarnings("unchecked") // It came from this queue.
    private void requeue(JdbcDeadLetter<?> letter, UnprocessableEvent why) {
        queue().requeue((DeadLetter<? extends EventMessage<?>>) letter, touched -> touched.withCause(why));
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue() {
        SequencedDeadLetterQueue<EventMessage<?>> known = queue;
        if (known == null) {
            throw new IllegalStateException("There is no policy in this node");
        }
        return known;
    }

    private static boolean isOfProcesses(EventMessage<?> event) {
        return ProcessEvent.class.isAssignableFrom(event.getPayloadType());
    }

    /** The sort of failure, which the cause begins with. What comes after it may have been given in confidence. */
    private static String code(String cause) {
        String name = cause.replaceAll(":.*", "");
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
