package io.ordertrail.app.importing;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Progress for logs: a line every ten seconds, with rate and time left. */
final class PlainProgress implements Progress {

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final long size;
    private final PrintWriter out;
    private long start;
    private long lastLine;
    private long lastNote = System.nanoTime() - INTERVAL;

    PlainProgress(long size, PrintWriter out) {
        this.size = size;
        this.out = out;
    }

    @Override
    public synchronized void at(Summary summary) {
        long now = System.nanoTime();
        if (start == 0) {
            // Not before: the time spent waiting for the service says nothing about the rate.
            start = now;
            lastLine = now;
        }
        if (now - lastLine < INTERVAL) {
            return;
        }
        lastLine = now;
        double seconds = (now - start) / 1e9;
        long left = Math.round(seconds * (size - summary.orders()) / Math.max(1, summary.orders()));
        out.printf(
                Locale.ROOT,
                "import: %d %%, %,d orders, %.0f a second, %d rows rejected, %d:%02d left%n",
                summary.orders() * 100 / Math.max(1, size),
                summary.orders(),
                summary.orders() / seconds,
                summary.rejectedRows(),
                left / 60,
                left % 60);
        out.flush();
    }

    @Override
    public synchronized void note(String text) {
        long now = System.nanoTime();
        if (now - lastNote >= INTERVAL) {
            lastNote = now;
            out.println("import: " + text);
            out.flush();
        }
    }

    @Override
    public void close() {
        // Nothing to put away.
    }
}
