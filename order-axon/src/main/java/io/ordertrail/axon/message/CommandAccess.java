package io.ordertrail.axon.message;

import io.ordertrail.axon.access.AccessControl;
import io.ordertrail.axon.access.Grants;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else that looks at a command: whoever may not send it gets no answer that was kept either.
 */
public final class CommandAccess implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final AccessControl control;

    public CommandAccess(AccessControl control) {
        this.control = control;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        control.admit(work, MessageNames.of(work.getMessage().getPayloadType()), Grants.Level.WRITE);
        return chain.proceed();
    }
}
