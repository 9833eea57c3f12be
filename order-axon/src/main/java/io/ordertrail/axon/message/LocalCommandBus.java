package io.ordertrail.axon.message;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OutrunByAnother;
import io.ordertrail.axon.commit.CommandGroups;
import io.ordertrail.axon.commit.WaitingCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles commands in this process. Axon Server carries no exception class from a handler to its sender, only the
 * details of one: so a refusal becomes such a detail here. That another command was faster shows at the commit, after
 * every interceptor.
 *
 * <p>Commands of aggregates are handled in groups ({@link CommandGroups}), all others on the thread of their sender.
 */
final class LocalCommandBus extends SimpleCommandBus implements LocalCommands, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCommandBus.class);

    private final RoutingStrategy routing = AnnotationRoutingStrategy.builder()
            .fallbackRoutingStrategy(command -> "")
            .build();

    private final CommandTimes times;
    private final CommandGroups groups;

    /**
     * @param repeatable for commands that their sender would send again after a kill
     * @param times is told how long each of the others took
     */
    LocalCommandBus(
            Builder builder, TransactionManager transactions, TransactionManager repeatable, CommandTimes times) {
        super(builder);
        this.times = times;
        groups = new CommandGroups(transactions, repeatable);
    }

    @Override
    public void close() {
        groups.close();
    }

    @Override
    protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        String aggregate = routing.getRoutingKey(command);
        if (aggregate.isEmpty() || CurrentUnitOfWork.isStarted()) {
            callback.onResult(command, answer(handle(command)));
        } else {
            long begin = System.nanoTime();
            groups.add(List.of(new WaitingCommand(command, aggregate, null, this::handle, (handled, result) -> {
                times.add(System.nanoTime() - begin);
                callback.onResult(command, answer(result));
            })));
        }
    }

    @Override
    public List<Boolean> send(List<InSequence> commands) {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        groups.add(commands.stream().map(each -> waiting(each, answers)).toList());
        long end = System.nanoTime() + Dispatch.PATIENCE.toNanos();
        return answers.stream().map(answer -> isAccepted(answer, end)).toList();
    }

    private WaitingCommand waiting(InSequence each, List<CompletableFuture<Boolean>> answers) {
        CommandMessage<?> command = intercept(Dispatch.message(each.command(), each.metaData()));
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        answers.add(answer);
        return new WaitingCommand(
                command,
                routing.getRoutingKey(command),
                each.sequence(),
                this::handle,
                (handled, result) -> answer.complete(!result.isExceptional()));
    }

    private static boolean isAccepted(CompletableFuture<Boolean> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("No answer", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** In the present unit of work where there is one, on this thread. */
    private CommandResultMessage<?> handle(CommandMessage<?> command) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        super.doDispatch(command, (handled, result) -> answer.set(result));
        return Objects.requireNonNull(answer.get(), "It answers on this thread");
    }

    @SuppressWarnings("unchecked") // The sender knows what its command is answered with.
    private static <R> CommandResultMessage<R> answer(CommandResultMessage<?> result) {
        Refusal no = result.isExceptional() ? refusal(result.exceptionResult()) : null;
        if (no == null) {
            return (CommandResultMessage<R>) result;
        }
        Throwable cause = result.exceptionResult();
        return new GenericCommandResultMessage<>(new CommandExecutionException(cause.getMessage(), cause, no));
    }

    private static @Nullable Refusal refusal(Throwable failure) {
        if (failure instanceof Refused no) {
            return no.refusal();
        }
        return isOutrun(failure) ? new OutrunByAnother() : null;
    }

    /** Where the other command began the very stream that this one wanted to begin, Axon has another name for it. */
    private static boolean isOutrun(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
