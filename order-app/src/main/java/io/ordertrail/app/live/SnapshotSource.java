package io.ordertrail.app.live;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells something whole when it is another than it was: first of all, then a moment after something was stored, and
 * when nothing was stored for a while, because time alone changes it too. It has no past, so it begins anew wherever it
 * is taken up again.
 */
final class SnapshotSource implements StreamSource {

    /** Views are there by then, and many events in a row are one change. */
    private static final long PAUSE_MILLIS = 1_000;

    private final Dispatch dispatch;
    private final RequestContext context;
    private final Supplier<Object> look;
    private @Nullable Object last;

    SnapshotSource(Dispatch dispatch, RequestContext context, Supplier<Object> look) {
        this.dispatch = dispatch;
        this.context = context;
        this.look = look;
    }

    @Override
    public StreamPage now(@Nullable String after) {
        return page(dispatch.ask(new AwaitEvent(new Span(null, 1, 0)), context, ChangePage.class));
    }

    @Override
    public CompletableFuture<StreamPage> next(String after, int seconds) {
        return dispatch.askLater(new AwaitEvent(new Span(after, 1, seconds)), context, ChangePage.class)
                .thenApplyAsync(this::page, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Parts are asked for one after the other. */
    private synchronized StreamPage page(ChangePage stored) {
        Object now = look.get();
        if (now.equals(last)) {
            return new StreamPage(List.of(), stored.after(), false);
        }
        last = now;
        return new StreamPage(List.of(new StreamPage.Item(stored.after(), now)), stored.after(), false);
    }
}
