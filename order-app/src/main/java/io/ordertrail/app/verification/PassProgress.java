package io.ordertrail.app.verification;

import io.ordertrail.axon.store.PassListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells whoever waits for a long verification, every ten seconds, how far it is. */
final class PassProgress implements PassListener {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter out;
    private final LongSupplier nanos;
    private long next;

    /** @param nanos the time, as of {@link System#nanoTime} */
    PassProgress(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.next = nanos.getAsLong() + PAUSE;
    }

    @Override
    public void at(String pass, long position, long end) {
        long now = nanos.getAsLong();
        if (now - next >= 0) {
            next = now + PAUSE;
            out.printf(Locale.ROOT, "verify: %s: at event %,d of %,d%n", pass, position, end);
            out.flush();
        }
    }
}
