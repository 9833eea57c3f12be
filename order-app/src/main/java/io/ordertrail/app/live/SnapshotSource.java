package io.ordertrail.app.live;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells something whole when it is another than it was: first of all, then a moment after something was stored, and
 * when nothing was stored for a while, because time alone changes it too. It has no past, so it begins anew wherever it
 * is taken up again.
 */
final class SnapshotSource<T> implements StreamSource {

    /** Views are there by then, and many events in a row are one change. */
    private static final Executor PAUSE = CompletableFuture.delayedExecutor(1_000, TimeUnit.MILLISECONDS);

    /** So that what goes on is told once a second at least. */
    private static final Executor SHORT_PAUSE = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private final Dispatch dispatch;
    private final RequestContext context;
    private final Supplier<T> look;
    private final Predicate<T> goesOn;
    private @Nullable T last;

    /** @param goesOn whether what was seen changes by itself, without an event */
    SnapshotSource(Dispatch dispatch, RequestContext context, Supplier<T> look, Predicate<T> goesOn) {
        this.dispatch = dispatch;
        this.context = context;
        this.look = look;
        this.goesOn = goesOn;
    }

    @Override
    public StreamPage now(@Nullable String after) {
        return page(dispatch.ask(new AwaitEvent(new Span(null, 1, 0)), context, ChangePage.class));
    }

    @Override
    public CompletableFuture<StreamPage> next(String after, int seconds) {
        boolean soon = isGoingOn();
        return dispatch.askLater(new AwaitEvent(new Span(after, 1, soon ? 0 : seconds)), context, ChangePage.class)
                .thenApplyAsync(this::page, soon ? SHORT_PAUSE : PAUSE);
    }

    private synchronized boolean isGoingOn() {
        return last != null && goesOn.test(last);
    }

    /** Parts are asked for one after the other. */
    private synchronized StreamPage page(ChangePage stored) {
        T now = look.get();
        if (now.equals(last)) {
            return new StreamPage(List.of(), stored.after(), false);
        }
        last = now;
        return new StreamPage(List.of(new StreamPage.Item(stored.after(), now)), stored.after(), false);
    }
}
