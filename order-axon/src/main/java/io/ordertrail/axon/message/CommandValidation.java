package io.ordertrail.axon.message;

import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.axon.validation.MessageValidator;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Stands before every command handler: a command that does not keep its own bounds reaches none, whoever sent it. */
public final class CommandValidation implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** @throws Refused with {@link InvalidRequest}: {@code message} has a fault, and all of them are told */
    public static void check(Object message) {
        List<Fault> faults = MessageValidator.faults(message);
        if (!faults.isEmpty()) {
            throw new Refused(new InvalidRequest(faults));
        }
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        check(work.getMessage().getPayload());
        return chain.proceed();
    }
}
