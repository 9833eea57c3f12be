package io.ordertrail.app.live;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** What a client is sent, as far as it takes it in; no thread waits for it. Its owner lets one thread in at a time. */
final class ClientOutput {

    private final ServletOutputStream out;
    private final Queue<byte[]> pending = new ArrayDeque<>();
    private boolean unflushed;

    /** Since when the client has not taken in what it was sent; 0 if it has. */
    private long behindSince;

    ClientOutput(ServletOutputStream out) {
        this.out = out;
    }

    void add(List<byte[]> frames) {
        pending.addAll(frames);
    }

    void clear() {
        pending.clear();
    }

    /** For how long the client has been behind, in nanoseconds. */
    long behind() {
        return behindSince == 0 ? 0 : System.nanoTime() - behindSince;
    }

    /**
     * Sends what the connection takes.
     *
     * @return whether that was all; else the container tells when it takes more
     */
    boolean isTakenIn() throws IOException {
        while (out.isReady()) {
            byte[] frame = pending.poll();
            if (frame != null) {
                out.write(frame);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                behindSince = 0;
                return true;
            }
        }
        if (behindSince == 0) {
            behindSince = System.nanoTime();
        }
        return false;
    }
}
