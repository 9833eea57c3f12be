package io.ordertrail.command.process;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.process.StepId;

/**
 * The name of a step, as an event tells it: the parts that {@link StepId#of(String, String, String, String, long)} was given.
 *
 * @param subject what it is about, such as an order's id
 * @param of what within the subject
 * @param number tells apart the several of one kind
 */
record StepName(String process, String subject, String kind, String of, long number) {

    static StepName of(ProcessEvent event) {
        String step = event.step();
        int first = step.indexOf(':');
        int last = step.lastIndexOf(':');
        if (first < 0 || first == last) {
            return new StepName(event.process(), event.processId(), step, "", 0);
        }
        return new StepName(
                event.process(),
                event.processId(),
                step.substring(0, first),
                step.substring(first + 1, last),
                Long.parseLong(step.substring(last + 1)));
    }

    boolean is(String sender, String sort) {
        return process.equals(sender) && kind.equals(sort);
    }

    StepId id() {
        return StepId.of(process, subject, kind, of, number);
    }
}
