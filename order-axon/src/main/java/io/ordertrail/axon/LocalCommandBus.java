package io.ordertrail.axon;

import io.ordertrail.api.message.RequestRefusal.OutrunByAnother;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Handles commands in this process. That another command was faster shows at the commit, after every interceptor, and as an
 * exception class, which Axon Server does not carry; so it is told as a detail, which it does.
 */
final class LocalCommandBus extends SimpleCommandBus {

    LocalCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>doDispatch(command, (handled, result) -> {
            if (result.isExceptional() && isOutrun(result.exceptionResult())) {
                Throwable outrun = result.exceptionResult();
                callback.onResult(
                        handled,
                        new GenericCommandResultMessage<>(
                                new CommandExecutionException(outrun.getMessage(), outrun, new OutrunByAnother())));
            } else {
                callback.onResult(handled, result);
            }
        });
    }

    /** Where the other command began the very stream that this one wanted to begin, Axon has another name for it. */
    private static boolean isOutrun(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
