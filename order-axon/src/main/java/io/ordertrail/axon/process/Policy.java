package io.ordertrail.axon.process;

/**
 * A process without a state of its own, declared as a bean: what it does follows from each event alone. It gets an event
 * processor of its own, which reads every event from the first on.
 *
 * @param name of its processor, such as {@code payment-news}
 * @param handlers an object with {@code @EventHandler} methods. It must not be a bean itself: it would be registered twice
 */
public record Policy(String name, Object handlers) {}
