package io.ordertrail.command.chain;

import io.ordertrail.api.audit.ChainState;
import java.util.function.BooleanSupplier;

/** How far the chain is, on any node. */
final class ChainStatus {

    private final boolean elsewhere;
    private final EventChain chain;
    private final BooleanSupplier failing;

    /**
     * @param elsewhere whether an Axon Server has the events
     * @param failing whether this node's worker cannot go on
     */
    ChainStatus(boolean elsewhere, EventChain chain, BooleanSupplier failing) {
        this.elsewhere = elsewhere;
        this.chain = chain;
        this.failing = failing;
    }

    ChainState now() {
        return elsewhere
                ? new ChainState(false, 0, 0, false)
                : new ChainState(true, chain.head().size(), chain.lag(), failing.getAsBoolean());
    }
}
