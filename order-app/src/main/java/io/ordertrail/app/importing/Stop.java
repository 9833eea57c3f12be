package io.ordertrail.app.importing;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody ends the program (Ctrl-C, SIGTERM): it has a few seconds to say how far it came. */
final class Stop implements AutoCloseable {

    private static final long SECONDS = 10;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "import-stop");
    private final PrintWriter err;
    private volatile boolean wished;

    private Stop(PrintWriter err) {
        this.err = err;
    }

    /** Begins to listen. */
    static Stop listening(PrintWriter err) {
        Stop stop = new Stop(err);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    boolean isWished() {
        return wished;
    }

    /** The program ends when this returns. */
    private void request() {
        wished = true;
        try {
            if (!said.await(SECONDS, TimeUnit.SECONDS)) {
                err.println("import: stopped. It can be started again with the same command");
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is said. */
    @Override
    public void close() {
        said.countDown();
        if (!wished) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // It has begun this very moment, and finds that all is said.
                wished = true;
            }
        }
    }
}
