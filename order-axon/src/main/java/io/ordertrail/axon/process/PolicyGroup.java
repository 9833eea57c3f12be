package io.ordertrail.axon.process;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All policies as one handler. An event is processed by all of them or by none: what they wrote for one that fails is
 * taken back, so that it can be parked in the transaction of its batch (docs/reference/axon-pitfalls.md, 9).
 */
public final class PolicyGroup implements EventMessageHandler {

    private final List<EventMessageHandler> policies;
    private final TransactionOperations savepoint;

    /** @param savepoint runs its action in the present transaction and takes back what it did when it throws */
    public PolicyGroup(List<EventMessageHandler> policies, TransactionOperations savepoint) {
        this.policies = policies;
        this.savepoint = savepoint;
    }

    /** What does not concern any of them costs no transaction: their processor stores the token now and then. */
    @Override
    public boolean canHandle(EventMessage<?> event) {
        return policies.stream().anyMatch(policy -> policy.canHandle(event));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return policies.stream().anyMatch(policy -> policy.canHandleType(payloadType));
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        savepoint.executeWithoutResult(status -> policies.forEach(policy -> {
            if (policy.canHandle(event)) {
                handle(policy, event);
            }
        }));
        return null;
    }

    @Override
    public void prepareReset() {
        policies.forEach(EventMessageHandler::prepareReset);
    }

    @Override
    public boolean supportsReset() {
        return policies.stream().allMatch(EventMessageHandler::supportsReset);
    }

    private static void handle(EventMessageHandler policy, EventMessage<?> event) {
        try {
            policy.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A policy cannot process " + event.getIdentifier(), e);
        }
    }
}
