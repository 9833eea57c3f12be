package io.ordertrail.command.kernel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.model.kernel.ProcessedCommands;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose stream comes to an end: it decides by a state of the model, and remembers every command that it
 * accepted.
 *
 * @param <S> the state, which its first event begins
 * @param <E> its events
 */
public abstract class StatefulAggregate<S, E> implements Remembered {

    /** Set by the first event. Axon must find no id, not even an empty one, till then. */
    @AggregateIdentifier
    private String id;

    private @Nullable S state;

    /** Rule O7: every command that was accepted. */
    private ProcessedCommands processed = ProcessedCommands.all();

    /**
     * Rule O7, and If-Match: neither a repeat nor a decision on an old version reaches a handler. What does not exist
     * yet has neither accepted anything nor a version.
     */
    @CommandHandlerInterceptor
    protected final @Nullable Object admit(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        if (isNew()) {
            return chain.proceed();
        }
        mustBeTheirs();
        return CommandGuard.admit(id, processed, command, chain);
    }

    /**
     * Asks {@link io.ordertrail.axon.access.Ownership} whether what exists already may be changed. To be overridden
     * where customers may send a command; Axon would call an interceptor that is overridden twice.
     *
     * @throws io.ordertrail.api.message.Refused it is another's
     */
    protected void mustBeTheirs() {}

    /** The earlier answer to a command that comes past no interceptor, where it is a repeat. */
    public final Optional<Receipt> before(CommandMessage<?> command) {
        mustBeTheirs();
        return CommandGuard.before(id, processed, command);
    }

    /** To be called for each event, with the state after it. */
    protected final void become(String aggregateId, S next, long version, @Nullable String commandId) {
        id = aggregateId;
        state = next;
        processed = processed.with(commandId, version);
    }

    @EventSourcingHandler
    void on(Known<S> known) {
        id = known.id();
        state = known.state();
        processed = Objects.requireNonNull(known.processed());
    }

    @Override
    public Known<S> known() {
        return new Known<>(id, state(), processed);
    }

    protected final boolean isNew() {
        return state == null;
    }

    protected final String id() {
        return id;
    }

    /** @throws NullPointerException it {@linkplain #isNew() is new} */
    public final S state() {
        return Objects.requireNonNull(state, "It begins with its first event");
    }

    protected final Receipt happened(E event) {
        apply(event);
        return receipt();
    }

    /** The answer as of the last event. */
    protected final Receipt receipt() {
        return Receipt.of(id, getVersion());
    }
}
