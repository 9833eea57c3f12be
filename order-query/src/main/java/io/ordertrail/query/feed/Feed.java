package io.ordertrail.query.feed;

import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.reading.PageReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Finds what is stored behind a place: among the newest events in memory, or in the store. */
final class Feed {

    private static final int MOST_SECONDS = 30;

    private final EventTail tail;
    private final EventReader reader;
    private final Positions positions;

    Feed(EventTail tail, EventReader reader, Positions positions) {
        this.tail = tail;
        this.reader = reader;
        this.positions = positions;
    }

    /**
     * The first events behind a place, as soon as there is one. {@code wanted} does not ask the database.
     *
     * @throws Refused a part of {@code span} means nothing
     */
    CompletableFuture<Found> next(Span span, Predicate<FeedEvent> wanted) {
        check(span);
        Place after = span.after() == null ? now() : known(Place.read(span.after()));
        Duration patience = Duration.ofSeconds(span.seconds());
        // The tail may be a moment behind; who does not wait must not take that for the end.
        return patience.isZero()
                ? CompletableFuture.completedFuture(stored(after, wanted, span.limit()))
                : tail.next(after, wanted, span.limit(), patience)
                        .orElseGet(() -> fromFar(after, wanted, span.limit(), patience));
    }

    private CompletableFuture<Found> fromFar(Place after, Predicate<FeedEvent> wanted, int limit, Duration patience) {
        Found found = stored(after, wanted, limit);
        if (!found.items().isEmpty() || found.more()) {
            return CompletableFuture.completedFuture(found);
        }
        return tail.next(found.after(), wanted, limit, patience)
                .orElseGet(() -> CompletableFuture.completedFuture(new Found(List.of(), found.after(), true)));
    }

    private Found stored(Place after, Predicate<FeedEvent> wanted, int limit) {
        Place before = tail.place();
        Found found = reader.read(after, wanted, limit);
        if (found.more() || found.after().last() < before.last()) {
            return found;
        }
        // What had not been committed by then, although the tail no longer waited for it, never will be.
        return new Found(found.items(), found.after().or(before), false);
    }

    /** The end of the store, with what is still to be committed before it. */
    private Place now() {
        Place at = tail.place();
        Found read = reader.read(at, event -> false, 1);
        while (read.more()) {
            read = reader.read(read.after(), event -> false, 1);
        }
        return read.after();
    }

    private Place known(Place after) {
        if (after.last() > tail.place().last() && after.last() > positions.head()) {
            throw new Refused(InvalidQuery.of("after", "Nothing is stored at this place yet."));
        }
        return after;
    }

    private static void check(Span span) {
        if (span.limit() < 1 || span.limit() > PageReader.MAX_LIMIT) {
            throw new Refused(InvalidQuery.of("limit", "limit must be 1 to " + PageReader.MAX_LIMIT + "."));
        }
        if (span.seconds() < 0 || span.seconds() > MOST_SECONDS) {
            throw new Refused(InvalidQuery.of("seconds", "seconds must be 0 to " + MOST_SECONDS + "."));
        }
    }
}
