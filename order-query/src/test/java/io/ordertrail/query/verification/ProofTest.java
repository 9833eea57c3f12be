package io.ordertrail.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.fold.StreamFold;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.table.Provable;
import io.ordertrail.query.projection.table.RowValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that equal the fold of their events early are not kept in memory, and are proved all the same. */
class ProofTest {

    private static final int STREAMS = 40;
    private static final int EVENTS = 3;

    private final Table table = new Table();

    @Test
    void whole_rows_are_clean_and_each_is_counted_once() {
        table.write(STREAMS, EVENTS - 1);
        Check check = prove();
        assertThat(check.examples()).isEmpty();
        assertThat(check.checked()).isEqualTo(STREAMS);
    }

    @Test
    void a_row_that_lacks_later_events_is_found_though_it_was_right_before() {
        table.write(STREAMS, EVENTS - 1);
        // Looked at after its first event, when there were four.
        table.rows.put("order-6", 0L);
        assertThat(prove().examples())
                .singleElement()
                .satisfies(example -> assertThat(example).startsWith("order-6: its row does not hold event"));
    }

    @Test
    void a_row_too_many_a_missing_one_and_a_wrong_one_are_found() {
        table.write(STREAMS, EVENTS - 1);
        table.rows.put("order-ghost", 0L);
        table.rows.remove("order-3");
        table.rows.put("order-5", 9L);
        assertThat(prove().examples())
                .containsExactlyInAnyOrder(
                        "order-ghost has a row but no event",
                        "order-3 has events but no row",
                        "order-5: version is 9, the fold of its events says 2");
    }

    @Test
    void a_table_that_gives_more_rows_than_it_was_asked_for_is_proved_all_the_same() {
        table.write(STREAMS, EVENTS - 1);
        table.givesAll = true;
        assertThat(prove().examples()).isEmpty();
    }

    private Check prove() {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        for (int stream = 0; stream < STREAMS; stream++) {
            for (int version = 0; version < EVENTS; version++) {
                events.add(event("order-" + stream, version, events.size()));
            }
        }
        Proof<Long> proof = new Proof<>(table, new ProcessedPositions(events.size(), Set.of()), 4);
        events.forEach(proof::take);
        assertThat(table.mostAsked).isLessThan(STREAMS / 2);
        proof.compareRows();
        return proof.check(events.size());
    }

    private static TrackedEventMessage<?> event(String id, long version, long position) {
        OrderEvent event = new OrderNoteAdded(id, "c-1", "a word", NoteVisibility.INTERNAL, Stories.DAY);
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>("order", id, version, event));
    }

    /** A row is the version of its stream. */
    private static final class Table implements Provable<Long> {

        private final StreamFold<OrderEvent, Long> fold =
                new StreamFold<>("order", OrderEvent.class, row -> row, (row, recorded) -> recorded.version());
        private final Map<String, Long> rows = new TreeMap<>();
        private int mostAsked;
        private boolean givesAll;

        void write(int streams, long version) {
            for (int stream = 0; stream < streams; stream++) {
                rows.put("order-" + stream, version);
            }
        }

        @Override
        public String name() {
            return "versions";
        }

        @Override
        public boolean concerns(EventMessage<?> event) {
            return fold.concerns(event);
        }

        @Override
        public Collection<String> keys(EventMessage<?> event) {
            return fold.keys(event);
        }

        @Override
        public Long fold(String key, @Nullable Long row, EventMessage<?> event) {
            return fold.fold(key, row, (DomainEventMessage<?>) event);
        }

        @Override
        public long version(Long row) {
            return row;
        }

        @Override
        public boolean isOfOneStream() {
            return true;
        }

        @Override
        public String columns() {
            return "id, version";
        }

        @Override
        public RowValues written(String key, Long row) {
            return RowValues.written(bound -> bound.text(key).number(row));
        }

        @Override
        public Map<String, RowValues> rows(Collection<String> keys) {
            mostAsked = Math.max(mostAsked, keys.size());
            return (givesAll ? rows.keySet() : keys)
                    .stream()
                            .filter(rows::containsKey)
                            .collect(Collectors.toMap(key -> key, key -> written(key, rows.get(key))));
        }

        @Override
        public void forEachRow(Consumer<RowValues> each) {
            rows.forEach((key, row) -> each.accept(written(key, row)));
        }

        @Override
        public void scan(Consumer<RowValues> each, Consumer<RowValues> children) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Long> load(Collection<String> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void insert(List<Long> added) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(List<Long> changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Provable<Long> in(TableNames names) {
            return this;
        }
    }
}
