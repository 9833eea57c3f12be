package io.ordertrail.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** In a store into which nothing comes. */
class SnapshotSourceTest {

    private static final int LAST = 3;

    private final RequestContext anna = new RequestContext("anna", List.of("ADMIN"), "c-1", "t-1", null, null);
    private final Dispatch dispatch = Mockito.mock(Dispatch.class);
    private final List<Integer> waits = new ArrayList<>();

    @Test
    void what_goes_on_by_itself_is_looked_at_within_a_second_until_it_does_not() throws Exception {
        ChangePage nothing = new ChangePage(List.of(), "42", false);
        Mockito.when(dispatch.ask(any(), any(), eq(ChangePage.class))).thenReturn(nothing);
        Mockito.when(dispatch.askLater(any(), any(), eq(ChangePage.class))).thenAnswer(asked -> {
            int seconds = asked.<AwaitEvent>getArgument(0).span().seconds();
            waits.add(seconds);
            return new CompletableFuture<ChangePage>().completeOnTimeout(nothing, seconds, TimeUnit.SECONDS);
        });
        AtomicInteger looks = new AtomicInteger();
        SnapshotSource<Integer> source =
                new SnapshotSource<>(dispatch, anna, looks::incrementAndGet, seen -> seen < LAST);
        assertThat(source.now(null).items()).extracting(StreamPage.Item::told).containsExactly(1);
        for (int seen = 2; seen <= LAST; seen++) {
            assertThat(source.next("42", 15).get(1, TimeUnit.SECONDS).items())
                    .extracting(StreamPage.Item::told)
                    .containsExactly(seen);
        }
        source.next("42", 15);
        assertThat(waits).containsExactly(0, 0, 15);
    }
}
