package io.ordertrail.axon.process.step;

import io.ordertrail.api.Contract;
import io.ordertrail.api.process.ProcessEvent;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Stores what became of steps and events, each thing once: the event's id follows from it, and the store takes an id
 * once only.
 */
public final class OutcomePublisher {

    private final Supplier<EventBus> events;
    private final TransactionManager transactions;

    OutcomePublisher(Supplier<EventBus> events, TransactionManager transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Makes {@code change}, and stores what is {@code told} in the same transaction, if it was not told before.
     *
     * @param change what the database is to hold from now on; false where something else became of the step meanwhile,
     *     and there is nothing to tell. It may be made a second time if the first was rolled back
     */
    void tell(StepId step, Map<String, String> cause, List<ProcessEvent> told, BooleanSupplier change) {
        List<EventMessage<?>> messages = told.stream()
                .<EventMessage<?>>map(event -> message(
                        step.derived("\n" + Contract.named(event.getClass()).value()),
                        event,
                        Cause.ofEvent(step, cause)))
                .toList();
        if (messages.isEmpty()) {
            transactions.executeInTransaction(change::getAsBoolean);
            return;
        }
        if (!stored(messages, change)) {
            // One of them was told before, and the transaction is gone.
            messages.forEach(each -> stored(List.of(each), () -> true));
            transactions.executeInTransaction(change::getAsBoolean);
        }
    }

    /** Stores {@code told} of an event under {@code id}, if it was not told before: that event is the cause. */
    public void once(String id, ProcessEvent.OfEvent told) {
        stored(List.of(message(id, told, Cause.ofEvent(told))), () -> true);
    }

    private boolean stored(List<EventMessage<?>> messages, BooleanSupplier change) {
        try {
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(messages.get(0));
            work.attachTransaction(transactions);
            work.execute(() -> {
                if (change.getAsBoolean()) {
                    events.get().publish(messages);
                }
            });
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            return false;
        }
    }

    private static EventMessage<?> message(String id, ProcessEvent told, MetaData metaData) {
        return new GenericEventMessage<>(new GenericMessage<>(id, told, metaData), told::at);
    }
}
