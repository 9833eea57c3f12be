package io.ordertrail.app.live;

import io.ordertrail.api.message.Refused;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that looks on. It is sent one part of the stream at a time, and the next is asked for when it has taken
 * that in: a part is all that this process keeps for it, and no thread waits for it, neither for events nor for its
 * connection.
 */
final class LiveStream implements WriteListener, AsyncListener {

    /** A client is told something at least so often, so that a dead connection is noticed. */
    static final int STILL_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(STILL_SECONDS - 1);
    private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** So many times as long as it may be behind, a client has until it hears that it was. */
    private static final int TOLD = 5;

    private static final int MOST_FAILURES = 15;

    private final AsyncContext async;
    private final ClientOutput out;
    private final StreamFormat format;
    private final StreamSource source;
    private final StreamTerms terms;

    private String after;
    private boolean more;
    private boolean begun;
    private boolean asking;
    private boolean ending;
    private boolean closed;
    private int failures;

    private long sentAt = System.nanoTime();
    private long knownAt = System.nanoTime();

    LiveStream(
            AsyncContext async,
            ServletOutputStream out,
            StreamFormat format,
            StreamSource source,
            StreamPage first,
            StreamTerms terms) {
        this.async = async;
        this.out = new ClientOutput(out);
        this.format = format;
        this.source = source;
        this.terms = terms;
        this.after = first.after();
        this.more = first.more();
        this.out.add(List.of(StreamFormat.bytes(format.begin(first.items().isEmpty() ? after : null))));
        this.out.add(written(first));
    }

    private List<byte[]> written(StreamPage page) {
        List<byte[]> frames = new ArrayList<>();
        page.items().forEach(item -> frames.add(StreamFormat.bytes(format.item(item, terms.json()))));
        return frames;
    }

    @Override
    public synchronized void onWritePossible() {
        begun = true;
        pump();
    }

    private synchronized void pump() {
        if (!begun || closed) {
            return;
        }
        try {
            if (out.isTakenIn()) {
                goOn();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** The client has taken in all that it was sent. */
    private void goOn() {
        if (ending) {
            close();
        } else if (!more && isOver()) {
            end("TIME_IS_OVER", "The stream ends after the seconds that were asked for.");
        } else if (!asking) {
            asking = true;
            run(this::ask);
        }
    }

    private void run(Runnable work) {
        try {
            terms.threads().execute(work);
        } catch (RejectedExecutionException e) {
            close();
        }
    }

    private boolean isOver() {
        return terms.until() != null && System.nanoTime() - terms.until() >= 0;
    }

    private void ask() {
        source.next(after, seconds()).whenCompleteAsync(this::told, terms.threads());
    }

    private int seconds() {
        if (terms.until() == null) {
            return STILL_SECONDS;
        }
        long left = TimeUnit.NANOSECONDS.toSeconds(terms.until() - System.nanoTime());
        return (int) Math.max(0, Math.min(STILL_SECONDS, left));
    }

    private void told(@Nullable StreamPage page, @Nullable Throwable failure) {
        if (page == null || failure != null) {
            failed(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
            return;
        }
        List<byte[]> frames = written(page);
        synchronized (this) {
            asking = false;
            failures = 0;
            after = page.after();
            more = page.more();
            boolean silent = System.nanoTime() - sentAt > SILENT_NANOS;
            send(frames.isEmpty() && silent ? List.of(StreamFormat.bytes(format.still(after))) : frames);
        }
    }

    private void failed(@Nullable Throwable failure) {
        if (failure instanceof Refused no) {
            end(no.refusal().code(), no.refusal().detail());
        } else if (++failures > MOST_FAILURES) {
            end("UNAVAILABLE", "The service cannot answer now; come back later.");
        } else {
            terms.later().execute(this::ask);
        }
    }

    private synchronized void send(List<byte[]> frames) {
        if (!ending) {
            if (!frames.isEmpty()) {
                sentAt = System.nanoTime();
            }
            out.add(frames);
            pump();
        }
    }

    /** Tells the client that the stream ends, and why, and ends it. */
    synchronized void end(String code, String detail) {
        if (!ending) {
            ending = true;
            out.clear();
            out.add(List.of(StreamFormat.bytes(format.end(code, detail, terms.json()))));
            pump();
        }
    }

    /** Whoever may no longer look on does not. */
    private void checkCaller() {
        try {
            if (!terms.isKnown().getAsBoolean()) {
                end("ACCESS_ENDED", "The key or token is no longer accepted, or has other roles now.");
            }
        } catch (RuntimeException e) {
            // It cannot be asked now; a moment later it is.
            LOG.debug("Whether a caller may still look on is not known", e);
        }
    }

    /** To be called every second or so. */
    synchronized void check() {
        if (System.nanoTime() - knownAt > KNOWN_NANOS) {
            knownAt = System.nanoTime();
            run(this::checkCaller);
        }
        if (!ending && out.behind() > terms.patience().toNanos()) {
            end("TOO_SLOW", "What was sent is not taken in; come back with the id of the last event.");
        } else if (out.behind() > TOLD * terms.patience().toNanos()) {
            close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            out.clear();
            terms.onClose().run();
            try {
                async.complete();
            } catch (IllegalStateException e) {
                // It has ended already.
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is started once.
    }
}
