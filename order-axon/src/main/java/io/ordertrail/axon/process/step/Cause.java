package io.ordertrail.axon.process.step;

import io.ordertrail.api.message.Role;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Why a step is sent: what the event that is being handled hands on, and under whose name the step is sent. Whose deed
 * it follows from stays known, however many steps are in between.
 */
public final class Cause {

    private static final Correlation CORRELATION = new Correlation();

    private Cause() {}

    /** Of the message at hand; nothing where there is none. */
    static Map<String, String> present() {
        return CurrentUnitOfWork.isStarted() ? of(CurrentUnitOfWork.get().getMessage()) : Map.of();
    }

    /** What {@code message} hands on to what follows from it. */
    public static Map<String, String> of(Message<?> message) {
        Map<String, ?> handedOn = CORRELATION.correlationDataFor(message);
        Map<String, String> cause = new TreeMap<>();
        for (String key : new String[] {MetaKeys.CORRELATION_ID, MetaKeys.CAUSATION_ID, MetaKeys.TRACE_ID}) {
            if (handedOn.get(key) instanceof String value) {
                cause.put(key, value);
            }
        }
        String first = (String) handedOn.get(MetaKeys.ON_BEHALF_OF);
        Object whose = first == null ? handedOn.get(MetaKeys.ACTOR) : first;
        if (whose != null) {
            cause.put(MetaKeys.ON_BEHALF_OF, whose.toString());
        }
        Object event = message instanceof EventMessage ? message.getIdentifier() : handedOn.get(MetaKeys.CAUSING_EVENT);
        if (event != null) {
            cause.put(MetaKeys.CAUSING_EVENT, event.toString());
        }
        return cause;
    }

    /** Of the step's command: the process is who acts. */
    static MetaData ofCommand(StepId step, Map<String, String> cause) {
        return by(step, cause).and(MetaKeys.COMMAND_ID, step.commandId());
    }

    /** Of what became of the step: its command is the cause. */
    static MetaData ofEvent(StepId step, Map<String, String> cause) {
        return by(step, cause).and(MetaKeys.CAUSATION_ID, step.commandId());
    }

    /** Of what became of an event that could not be processed. */
    public static MetaData ofEvent(ProcessEvent.OfEvent told) {
        return MetaData.with(MetaKeys.ACTOR, told.process())
                .and(MetaKeys.ROLES, Role.SERVICE.name())
                .and(MetaKeys.CAUSING_EVENT, told.eventId());
    }

    private static MetaData by(StepId step, Map<String, String> cause) {
        return MetaData.with(MetaKeys.CORRELATION_ID, step.commandId())
                .mergedWith(cause)
                .and(MetaKeys.ACTOR, step.process())
                .and(MetaKeys.ROLES, Role.SERVICE.name());
    }
}
