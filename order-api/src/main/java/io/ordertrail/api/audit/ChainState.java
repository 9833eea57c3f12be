package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;

/**
 * How far the chain of events is.
 *
 * @param chained false where the events are on an Axon Server, and so in no chain
 * @param events how many it has
 * @param lag how many positions of the event store it is behind
 * @param failing whether it cannot go on
 */
@Named("audit.ChainState")
public record ChainState(boolean chained, long events, long lag, boolean failing) {}
