package io.ordertrail.axon.process;

import io.ordertrail.api.Contract;
import io.ordertrail.api.process.ProcessEvent;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Stores what became of a step, each thing once: the event's id follows from the step, and the store takes an id once only.
 */
final class Telling {

    private final Supplier<EventBus> events;
    private final TransactionManager transactions;

    Telling(Supplier<EventBus> events, TransactionManager transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Stores {@code told}, if it was not told before, and makes {@code change} in the same transaction.
     *
     * @param change what the database is to hold from now on; it may be made a second time if the first was rolled back
     */
    void once(StepId step, Map<String, String> cause, ProcessEvent told, Runnable change) {
        try {
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(message(step, cause, told));
            work.attachTransaction(transactions);
            work.execute(() -> {
                change.run();
                events.get().publish((EventMessage<?>) work.getMessage());
            });
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            // It was told before, and the transaction is gone: what remains is the change.
            change.run();
        }
    }

    private static EventMessage<?> message(StepId step, Map<String, String> cause, ProcessEvent told) {
        String id = step.derived("\n" + Contract.named(told.getClass()).value());
        return new GenericEventMessage<>(new GenericMessage<>(id, told, Cause.ofEvent(step, cause)), told::at);
    }
}
