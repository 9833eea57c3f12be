package io.ordertrail.app.live;

import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the parts of a stream come from: each is asked for as its caller, who may lose the right to it meanwhile. */
interface StreamSource {

    /** Items of a part at most, which a client has to take in before it gets the next one. */
    int LIMIT = 100;

    /**
     * What there is now.
     *
     * @param after null for the end of the store
     */
    StreamPage now(@Nullable String after);

    /** What comes next, or nothing after {@code seconds}. */
    CompletableFuture<StreamPage> next(String after, int seconds);

    /** A stream of the answers to {@code query}. */
    static <A> StreamSource of(
            Dispatch dispatch,
            RequestContext context,
            Function<Span, Object> query,
            Class<A> answer,
            Function<A, StreamPage> page) {
        return new StreamSource() {
            @Override
            public StreamPage now(@Nullable String after) {
                return page.apply(dispatch.ask(query.apply(new Span(after, LIMIT, 0)), context, answer));
            }

            @Override
            public CompletableFuture<StreamPage> next(String after, int seconds) {
                return dispatch.askLater(query.apply(new Span(after, LIMIT, seconds)), context, answer)
                        .thenApply(page);
            }
        };
    }
}
