package io.ordertrail.axon.commit;

import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;

/** A command that waits for its turn in {@link CommandGroups}, and its sender for the answer. */
public final class WaitingCommand {

    private final CommandMessage<?> command;
    private final String aggregate;
    private final @Nullable String sequence;
    private final Handler handling;
    private final BiConsumer<CommandMessage<?>, CommandResultMessage<?>> sender;
    private @Nullable CommandResultMessage<?> result;

    /** How a command is handled, in the present unit of work where there is one. */
    @FunctionalInterface
    public interface Handler {
        CommandResultMessage<?> handle(CommandMessage<?> command);
    }

    /**
     * @param aggregate that the command is for
     * @param sequence where a command of a sequence fails, the later ones are not handled; null for one without
     * @param sender is given the answer
     */
    public WaitingCommand(
            CommandMessage<?> command,
            String aggregate,
            @Nullable String sequence,
            Handler handling,
            BiConsumer<CommandMessage<?>, CommandResultMessage<?>> sender) {
        this.command = command;
        this.aggregate = aggregate;
        this.sequence = sequence;
        this.handling = handling;
        this.sender = sender;
    }

    String aggregate() {
        return aggregate;
    }

    /** Whether it is one of several that were sent in sequence. */
    boolean isInSequence() {
        return sequence != null;
    }

    /** Whether it is of one of the {@code sequences}. */
    boolean isOneOf(Set<String> sequences) {
        return sequence != null && sequences.contains(sequence);
    }

    /** Adds its sequence, if it is of one, to those of which no later command is handled. */
    void hold(Set<String> held) {
        if (sequence != null) {
            held.add(sequence);
        }
    }

    void handle() {
        result = handling.handle(command);
    }

    /** Why it was not accepted, as far as it was handled; null where it was. */
    @Nullable
    Throwable failure() {
        return result != null && result.isExceptional() ? result.exceptionResult() : null;
    }

    /** Tells the sender what came of it. */
    void answer() {
        if (result == null) {
            throw new IllegalStateException("Not handled: " + command.getCommandName());
        }
        sender.accept(command, result);
    }

    /** Tells the sender that it was not handled. */
    void fail(RuntimeException why) {
        sender.accept(command, new GenericCommandResultMessage<>(why));
    }
}
