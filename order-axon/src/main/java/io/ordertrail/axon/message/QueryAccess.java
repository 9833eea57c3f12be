package io.ordertrail.axon.message;

import io.ordertrail.axon.access.AccessControl;
import io.ordertrail.axon.access.Grants;
import io.ordertrail.axon.access.Ownership;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Stands before every query handler. */
final class QueryAccess implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final AccessControl control;

    QueryAccess(AccessControl control) {
        this.control = control;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> work, InterceptorChain chain)
            throws Exception {
        control.admit(work, MessageNames.of(work.getMessage().getPayloadType()), Grants.Level.READ);
        Object answer = chain.proceed();
        Ownership.mustHaveBeenAsked(work);
        return answer;
    }
}
