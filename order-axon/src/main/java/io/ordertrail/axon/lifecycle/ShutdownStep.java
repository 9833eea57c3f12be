package io.ordertrail.axon.lifecycle;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;

/**
 * One thing to do when the process ends. It has a turn. The web server stops after the first turn, Axon and the
 * database after the last one.
 */
public final class ShutdownStep implements SmartLifecycle {

    /** In their order. */
    public enum Turn {

        /** What would go on for ever ends, and the web server need not wait for it. */
        STREAMS,

        /** Requests that the web server has left under way end. */
        REQUESTS,

        /** There are no requests any more; background work ends. */
        WORK,

        /** No call to a payment provider begins any more; calls under way end. */
        CALLS,

        /** No event is stored any more; the event processors catch up and stop. */
        EVENTS,

        /** What was stored is chained, and the chain is sealed. */
        CHAIN
    }

    private final Turn turn;
    private final Runnable end;
    private volatile boolean running;

    /** @param end takes no longer than some seconds */
    public ShutdownStep(Turn turn, Runnable end) {
        this.turn = turn;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        end.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Work that has ended does not begin again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /**
     * The last turn stops one phase before Axon. In Axon's own phase the order is undefined, and a bean that depends on
     * Axon's configuration stops together with it (docs/reference/axon-pitfalls.md, 54).
     */
    @Override
    public int getPhase() {
        if (turn == Turn.STREAMS) {
            return DEFAULT_PHASE;
        }
        return SpringAxonConfiguration.LIFECYCLE_PHASE + Turn.values().length - turn.ordinal();
    }
}
