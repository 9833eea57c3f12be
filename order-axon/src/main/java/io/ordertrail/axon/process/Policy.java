package io.ordertrail.axon.process;

import java.util.List;

/**
 * A process without a state of its own, declared as a bean: what it does follows from each event alone. All policies
 * share one event processor, which reads every event from the first on, one subject's in order and those of several
 * side by side. An event is processed by all policies that handle it or, where one of them fails at it, by none: it is
 * parked, with what follows it of its subject, and tried again later. So what a handler does may be done again, and
 * must then be the same.
 *
 * @param name of the process, such as {@code payment-news}
 * @param handlers an object with {@code @EventHandler} methods. It must not be a bean itself: it would be registered
 *     twice
 */
public record Policy(String name, Object handlers) {

    /** The event processor of all policies. */
    public static final String PROCESSOR = Processors.POLICIES;

    /** The names of the event processors of these: one, or none where there is no policy. */
    public static List<String> processors(List<Policy> policies) {
        return policies.isEmpty() ? List.of() : List.of(PROCESSOR);
    }
}
