package io.ordertrail.axon.message;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OutrunByAnother;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands in this process. Axon Server carries no exception class from a handler to its sender, only the
 * details of one: so a refusal becomes such a detail here. That another command was faster shows at the commit, after
 * every interceptor.
 */
final class LocalCommandBus extends SimpleCommandBus {

    LocalCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>doDispatch(command, (handled, result) -> {
            Refusal no = result.isExceptional() ? refusal(result.exceptionResult()) : null;
            if (no == null) {
                callback.onResult(handled, result);
            } else {
                Throwable cause = result.exceptionResult();
                callback.onResult(
                        handled,
                        new GenericCommandResultMessage<>(
                                new CommandExecutionException(cause.getMessage(), cause, no)));
            }
        });
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
