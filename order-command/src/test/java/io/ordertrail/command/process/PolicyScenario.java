package io.ordertrail.command.process;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.step.RecordedSteps;
import io.ordertrail.axon.process.step.StepId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Lets a test of a policy read as a row of its table: {@code when(event).insists("kind", of, number,
 * command).andNoMore()}. Every event is the seventh of its stream after its first, and is recorded at {@link #NOW}.
 */
abstract class PolicyScenario {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant AT = NOW.minusSeconds(60);
    static final long VERSION = 7;
    static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    static final String PAYMENT = "payment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    static final String SHIPMENT = "shipment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    static final String RETURN = "return-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    static final String ACCOUNT = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private final String process;
    private final RecordedSteps steps = new RecordedSteps();
    private final AnnotationEventHandlerAdapter policy;

    PolicyScenario(String process, Object policy) {
        this.process = process;
        this.policy = new AnnotationEventHandlerAdapter(
                policy,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(getClass()),
                        new SimpleResourceParameterResolverFactory(List.of(steps))));
    }

    /** Tees are kept as stock, caps are not. */
    static Set<String> tracked(Collection<String> skus) {
        return skus.stream().filter("TEE-M"::equals).collect(Collectors.toSet());
    }

    Then when(Object event) {
        steps.forget();
        try {
            policy.handle(message(event));
        } catch (Exception e) {
            throw new AssertionError("The policy must take in " + event, e);
        }
        return new Then(ORDER);
    }

    StepId step(String kind, String of, long number) {
        return StepId.of(process, ORDER, kind, of, number);
    }

    static StepRefused refused(StepId step, String code, String detail) {
        return new StepRefused(
                step.process(), step.subject(), step.kind(), step.of(), step.number(), code, detail, NOW);
    }

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static EventMessage<?> message(Object event) {
        return event instanceof ProcessEvent
                ? new GenericEventMessage<>(event)
                : new GenericDomainEventMessage<>("any", "any-1", VERSION, event, Map.of(), "event-1", NOW);
    }

    /** The steps that must follow, in this order. */
    final class Then {

        private final String subject;

        private Then(String subject) {
            this.subject = subject;
        }

        /** The steps that follow are about this, not about the order. */
        Then about(String other) {
            return new Then(other);
        }

        Then sends(String kind, String of, long number, Object command) {
            steps.sent(id(kind, of, number), command);
            return this;
        }

        Then insists(String kind, String of, long number, Object command) {
            steps.insisted(id(kind, of, number), command);
            return this;
        }

        Then sendsAt(Instant time, String kind, String of, long number, Object command) {
            steps.scheduled(id(kind, of, number), time, command);
            return this;
        }

        Then cancels(String kind, String of, long number) {
            steps.cancelled(id(kind, of, number));
            return this;
        }

        void andNoMore() {
            steps.nothingElse();
        }

        private StepId id(String kind, String of, long number) {
            return StepId.of(process, subject, kind, of, number);
        }
    }
}
