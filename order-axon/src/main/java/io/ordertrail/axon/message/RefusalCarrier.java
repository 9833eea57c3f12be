package io.ordertrail.axon.message;

import io.ordertrail.api.message.Refused;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the refusal of a query a detail of the exception: Axon Server carries that from a handler to whoever asked, and
 * no class.
 */
final class RefusalCarrier implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    @Override
    @Nullable
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> query, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Refused no) {
            throw new QueryExecutionException(no.getMessage(), no, no.refusal());
        }
    }
}
