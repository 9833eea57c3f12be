package io.ordertrail.axon;

import org.springframework.context.SmartLifecycle;

/**
 * What is to be done when the process ends, in its turn: first the web server answers the requests that it has, then those who
 * work by themselves end what they do, then the event processors take in what has come of it. Each may rely on the database until
 * all have ended.
 */
public final class Farewell implements SmartLifecycle {

    /** The web server, whose phase is the default less 2048, has stopped; what it left under way ends. */
    public static final int REQUESTS = DEFAULT_PHASE - 2560;

    /** Nobody asks any more; those who work by themselves end. */
    public static final int WORK = DEFAULT_PHASE - 3072;

    /** Whoever has not ended stores nothing any more. */
    static final int EVENTS = DEFAULT_PHASE - 3584;

    /** Nothing more is stored; those who listen catch up. */
    static final int LISTENERS = DEFAULT_PHASE - 4096;

    private final int phase;
    private final Runnable end;
    private volatile boolean running;

    /** @param end takes no longer than some seconds */
    public Farewell(int phase, Runnable end) {
        this.phase = phase;
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

    @Override
    public int getPhase() {
        return phase;
    }
}
