package io.ordertrail.command.kernel;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.model.kernel.ProcessedCommands;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** What stands before every command handler of an aggregate, whatever it decides. */
public final class CommandGuard {

    private CommandGuard() {}

    /**
     * Rule O7, and If-Match: neither a repeat nor a decision on an old version reaches a handler. To be called by an
     * interceptor of the aggregate's commands, and to be answered with.
     *
     * @param id the aggregate, which must exist
     * @param handled what it has accepted so far
     * @return the earlier {@link Receipt} of a repeat, whatever version it expected; else what the handler answers,
     *     which a handler that stored nothing answers {@linkplain Receipt#again() again}
     * @throws Refused with {@link StaleVersion} where the command expects another version than the present one
     */
    public static @Nullable Object admit(
            String id, ProcessedCommands handled, CommandMessage<?> command, InterceptorChain chain) throws Exception {
        Optional<Receipt> before = before(id, handled, command);
        if (before.isPresent()) {
            return before.get();
        }
        long version = AggregateLifecycle.getVersion();
        Object answer = chain.proceed();
        boolean unchanged = AggregateLifecycle.getVersion() == version;
        return unchanged && answer instanceof Receipt receipt ? receipt.again() : answer;
    }

    /**
     * The same, for a command that is handled outside of its aggregate: the earlier answer, where it is a repeat.
     *
     * @throws Refused as {@link #admit}
     */
    public static Optional<Receipt> before(String id, ProcessedCommands handled, CommandMessage<?> command) {
        Optional<Receipt> before = handled.answerTo(id, Correlation.idOf(command));
        Number expected = (Number) command.getMetaData().get(MetaKeys.EXPECTED_VERSION);
        long present = AggregateLifecycle.getVersion();
        if (before.isEmpty() && expected != null && expected.longValue() != present) {
            throw new Refused(new StaleVersion(expected.longValue(), present));
        }
        return before;
    }
}
