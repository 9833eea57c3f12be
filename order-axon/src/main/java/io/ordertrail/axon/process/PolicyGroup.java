package io.ordertrail.axon.process;

import io.ordertrail.axon.process.step.StepBatch;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * All policies as one handler. An event is processed by all of them or by none: what they wrote for one that fails is
 * taken back, so that it can be parked in the transaction of its batch (docs/reference/axon-pitfalls.md, 9).
 */
public final class PolicyGroup implements EventMessageHandler {

    private final List<EventMessageHandler> policies;

    public PolicyGroup(List<EventMessageHandler> policies) {
        this.policies = policies;
    }

    /**
     * What does not concern any of them costs no transaction: their processor stores the token now and then. What a
     * later release has stored may concern them.
     */
    @Override
    public boolean canHandle(EventMessage<?> event) {
        return policies.stream().anyMatch(policy -> policy.canHandle(event))
                || UnknownEvents.mayBe(event, this::canHandleType, name -> true);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return policies.stream().anyMatch(policy -> policy.canHandleType(payloadType));
    }

    /** @throws io.ordertrail.api.message.Refused this release does not know the event: it waits for one that does */
    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        UnknownEvents.known(event, Object.class);
        StepBatch.allOrNothing(() -> policies.forEach(policy -> {
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
