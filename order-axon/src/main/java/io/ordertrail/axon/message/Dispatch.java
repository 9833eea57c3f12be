package io.ordertrail.axon.message;

import io.ordertrail.api.account.AccountQuery.ProveLedger;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OutrunByAnother;
import io.ordertrail.api.verification.VerificationQuery;
import io.ordertrail.axon.failure.AxonServerFault;
import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.read.ReadTurns;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.AxonException;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * The front door's way to the rooms behind it: commands and queries, the same whether they are in this process or not.
 */
public final class Dispatch {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 10;

    /** How long a query may take, and how long it waits for its turn. */
    static final Duration READ = Duration.ofSeconds(5);

    private static final Duration VERIFICATION = Duration.ofHours(1);

    private final CommandBus commands;
    private final QueryBus queries;
    private final ReadTurns reads;
    private final ReadTurns readsOfMany;

    public Dispatch(CommandBus commands, QueryBus queries) {
        this(commands, queries, new ReadTurns(Integer.MAX_VALUE, READ), new ReadTurns(Integer.MAX_VALUE, READ));
    }

    /**
     * One that leaves connections to writers.
     *
     * @param reads turns of queries of one thing
     * @param readsOfMany turns of queries that are {@link OfMany}
     */
    Dispatch(CommandBus commands, QueryBus queries, ReadTurns reads, ReadTurns readsOfMany) {
        this.commands = commands;
        this.queries = queries;
        this.reads = reads;
        this.readsOfMany = readsOfMany;
    }

    /**
     * Sends a command and waits for its answer. Where another command on the same aggregate was faster it is tried
     * again, because nothing of it was stored; every other failure is the caller's.
     *
     * @throws Refused a rule said no
     * @throws Unavailable no answer in 30 s, or nobody there to give one, or no database, or one that has too much to
     *     do
     */
    public <R> R send(Object command, RequestContext context, Class<R> answer) {
        return send(command, context.metaData(), answer);
    }

    /** As above, for a command that no request asked for: {@code asked} says who sends it, and why. */
    public <R> R send(Object command, MetaData asked, Class<R> answer) {
        MetaData metaData = asked;
        for (int attempt = 1; ; attempt++) {
            try {
                return answer.cast(await(dispatch(command, metaData), PATIENCE).getPayload());
            } catch (Refused no) {
                if (!(no.refusal() instanceof OutrunByAnother)) {
                    throw no;
                }
                if (attempt == ATTEMPTS) {
                    throw new Unavailable("Too many commands at once for one aggregate", no);
                }
                metaData = metaData.and(MetaKeys.ATTEMPT, attempt);
            }
        }
    }

    /**
     * Asks a query and waits for its answer. Who only reads waits for their turn before; what is asked in the
     * conversation of a change ({@link RequestContext#idempotency}) is a part of the writing and does not.
     *
     * @throws Refused there is no such thing, or not yet
     * @throws Unavailable as above, or it took longer than 5 s; a proof of the ledger 30 s, a verification an hour
     */
    public <R> R ask(Object query, RequestContext context, Class<R> answer) {
        return ask(query, context, answer, limit(query));
    }

    <R> R ask(Object query, RequestContext context, Class<R> answer, Duration limit) {
        Supplier<R> now = () -> askNow(query, context, answer, limit);
        if (context.idempotency() != null) {
            return now.get();
        }
        return turns(query).ask(now);
    }

    /** What looks at everything there is may take longer than what looks for something. */
    private static Duration limit(Object query) {
        if (query instanceof VerificationQuery) {
            return VERIFICATION;
        }
        return query instanceof ProveLedger ? PATIENCE : READ;
    }

    /**
     * As {@link #ask}, of a query whose answer may wait for something: no thread and no connection wait with it. It
     * fails with what {@link #ask} would throw.
     */
    public <R> CompletableFuture<R> askLater(Object query, RequestContext context, Class<R> answer) {
        try {
            return turns(query).ask(() -> asked(query, context, answer, READ)).handle((result, failure) -> {
                if (failure != null) {
                    throw translate(
                            failure instanceof CompletionException && failure.getCause() != null
                                    ? failure.getCause()
                                    : failure);
                }
                return payload(result);
            });
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ReadTurns turns(Object query) {
        return query instanceof OfMany ? readsOfMany : reads;
    }

    private <R> R askNow(Object query, RequestContext context, Class<R> answer, Duration limit) {
        // What takes longer than its limit says so itself, where the statement is.
        Duration patience = limit.compareTo(PATIENCE) > 0 ? limit : PATIENCE;
        return payload(await(asked(query, context, answer, limit), patience));
    }

    private <R> CompletableFuture<QueryResponseMessage<R>> asked(
            Object query, RequestContext context, Class<R> answer, Duration limit) {
        return queries.query(new GenericQueryMessage<>(
                new GenericMessage<>(query, context.metaData().and(MetaKeys.LIMIT, limit.toSeconds())),
                query.getClass().getName(),
                ResponseTypes.instanceOf(answer)));
    }

    private static <R> R payload(QueryResponseMessage<R> result) {
        if (result.isExceptional()) {
            throw translate(result.exceptionResult());
        }
        return result.getPayload();
    }

    private CompletableFuture<CommandResultMessage<?>> dispatch(Object command, MetaData metaData) {
        CompletableFuture<CommandResultMessage<?>> future = new CompletableFuture<>();
        commands.dispatch(message(command, metaData), (sent, result) -> {
            if (result.isExceptional()) {
                future.completeExceptionally(result.exceptionResult());
            } else {
                future.complete(result);
            }
        });
        return future;
    }

    /**
     * With {@code metaData} only. Axon would add what the present message hands on to those that it causes; with an
     * {@code Idempotency-Key} among it, a command that a process sends would count as the request that it follows from.
     */
    static CommandMessage<Object> message(Object command, MetaData metaData) {
        GenericMessage<Object> message =
                new GenericMessage<>(IdentifierFactory.getInstance().generateIdentifier(), command, metaData);
        return new GenericCommandMessage<>(message, command.getClass().getName());
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unavailable("No answer in " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw translate(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException translate(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof HandlerExecutionException remote
                && remote.getDetails().orElse(null) instanceof Refusal refusal) {
            return new Refused(refusal);
        }
        if (AxonServerFault.isOne(failure)) {
            return new Unavailable("The Axon Server is away", failure);
        }
        if (failure instanceof AxonException axon) {
            return new Unavailable("The command or query side did not answer", axon);
        }
        if (DatabaseFault.isAway(failure)) {
            return new Unavailable("The database is away", failure);
        }
        if (DatabaseFault.isExhausted(failure)) {
            return new Unavailable("The database has too much to do", failure);
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
