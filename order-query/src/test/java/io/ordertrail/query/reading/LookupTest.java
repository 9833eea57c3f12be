package io.ordertrail.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.query.projection.fold.StreamFold;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

class LookupTest {

    private static final int EVENTS = 300;

    private final List<DomainEventMessage<String>> stored = IntStream.range(0, EVENTS)
            .<DomainEventMessage<String>>mapToObj(n -> new GenericDomainEventMessage<>("thing", "t-1", n, "e" + n))
            .toList();
    private final List<Long> readFrom = new ArrayList<>();

    record Thing(long version, String text) {}

    private static final StreamFold<String, Thing> FOLD = new StreamFold<>(
            "thing",
            String.class,
            Thing::version,
            (row, recorded) ->
                    new Thing(recorded.version(), (row == null ? "" : row.text().hashCode() + " ") + recorded.event()));

    @Test
    void each_version_is_the_same_in_whatever_order_they_are_asked_for() {
        Lookup<Thing> lookup = lookup(Optional.empty());
        List<Long> versions =
                new ArrayList<>(LongStream.range(0, EVENTS).boxed().toList());
        Collections.shuffle(versions, new Random(7));
        for (long version : versions) {
            Thing alone = lookup(Optional.empty()).atVersion("t-1", version);
            assertThat(lookup.atVersion("t-1", version)).isEqualTo(alone);
            assertThat(lookup.latelyAtVersion("t-1", version)).isEqualTo(alone);
        }
    }

    @Test
    void a_long_stream_was_read_from_its_beginning_for_each_of_many_changes_that_its_row_was_past() {
        Lookup<Thing> lookup = lookup(Optional.of(new Thing(EVENTS - 1, "past all of them")));
        lookup.latelyAtVersion("t-1", 200);
        readFrom.clear();
        for (long version : new long[] {201, 203, 202, 204}) {
            lookup.latelyAtVersion("t-1", version);
        }
        assertThat(readFrom).containsExactly(201L, 202L, 202L, 204L);
    }

    @Test
    void a_version_that_is_not_stored_is_refused_although_the_one_before_was_answered() {
        Lookup<Thing> lookup = lookup(Optional.empty());
        lookup.atVersion("t-1", EVENTS - 1L);

        assertThatThrownBy(() -> lookup.atVersion("t-1", EVENTS)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> lookup.latelyAtVersion("t-2", 1)).isInstanceOf(Refused.class);
    }

    private Lookup<Thing> lookup(Optional<Thing> row) {
        EventStore events = (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (self, method, arguments) -> {
                    long first = (long) arguments[1];
                    readFrom.add(first);
                    return DomainEventStream.of(
                            arguments[0].equals("t-1")
                                    ? stored.subList((int) Math.min(first, EVENTS), EVENTS)
                                    : List.of());
                });
        return new Lookup<>(id -> row, new AggregateStream<>(events, FOLD), id -> Optional.empty(), OrderNotFound::new);
    }
}
