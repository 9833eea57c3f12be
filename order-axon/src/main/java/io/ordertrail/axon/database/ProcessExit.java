package io.ordertrail.axon.database;

import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends this process in order, as far as that is possible, and in any case soon. */
public final class ProcessExit implements Runnable {

    /** For what is to be stored at an orderly end nothing is there to store it in. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int exitCode;

    public ProcessExit(int exitCode) {
        this.exitCode = exitCode;
    }

    @Override
    public void run() {
        thread("process-end", () -> System.exit(exitCode));
        UninterruptedTimer timer = new UninterruptedTimer(1, "process-end-at-last");
        timer.schedule(() -> Runtime.getRuntime().halt(exitCode), PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Not on the caller's thread, which may have to end before the process can. */
    private static void thread(String name, Runnable work) {
        new Thread(work, name).start();
    }
}
