package io.ordertrail.app.importing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody ends the program (Ctrl-C, SIGTERM): it has a few seconds to say how far it came. */
final class Stop implements AutoCloseable {

    private static final long SECONDS = 10;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "import-stop");
    private volatile boolean wished;

    /** Begins to listen. */
    static Stop listening() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    boolean isWished() {
        return wished;
    }

    private void request() {
        wished = true;
        try {
            // The program ends when this returns, or when the time is over.
            said.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is said. */
    @Override
    public void close() {
        said.countDown();
        if (!wished) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
