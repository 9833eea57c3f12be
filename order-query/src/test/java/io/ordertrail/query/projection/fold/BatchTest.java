package io.ordertrail.query.projection.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.query.projection.generation.TableNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class BatchTest {

    private final Words model = new Words();
    private final Batch<Word> batch = new Batch<>(model);

    @Test
    void one_event_changes_several_rows_and_each_row_is_read_and_written_once() {
        model.table.put("a", new Word("a", 5));
        take("a b", "b c", "a");
        assertThat(model.table)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", new Word("a", 7), "b", new Word("b", 2), "c", new Word("c", 1)));
        assertThat(model.calls).containsExactly("load 3", "insert 2", "update 1");
    }

    @Test
    void a_key_named_twice_changes_once() {
        take("a a");
        assertThat(model.table.get("a")).isEqualTo(new Word("a", 1));
    }

    @Test
    void an_event_without_keys_and_one_that_changes_nothing_write_nothing() {
        model.table.put("same", new Word("same", 5));
        take("", "same", "none");
        assertThat(model.calls).containsExactly("load 2");
    }

    @Test
    void an_event_of_which_one_row_fails_changes_none_of_them() {
        EventMessage<String> bad = event("a bad");
        batch.load(List.of(bad));
        assertThatThrownBy(() -> batch.take(bad)).hasMessageContaining("cannot be folded");
        batch.write();
        assertThat(model.table).isEmpty();
    }

    @Test
    void keys_that_cannot_be_read_hinder_no_other_event_of_the_batch() {
        EventMessage<String> unreadable = event("?");
        EventMessage<String> good = event("a");
        batch.load(List.of(unreadable, good));
        assertThatThrownBy(() -> batch.take(unreadable)).hasMessageContaining("cannot be read");
        batch.take(good);
        batch.write();
        assertThat(model.table).containsOnlyKeys("a");
    }

    @Test
    void a_fold_must_not_take_a_row_away() {
        model.table.put("gone", new Word("gone", 1));
        EventMessage<String> event = event("gone");
        batch.load(List.of(event));
        assertThatThrownBy(() -> batch.take(event)).hasMessageContaining("would take away row gone");
    }

    private void take(String... texts) {
        List<EventMessage<?>> events = new ArrayList<>();
        Arrays.stream(texts).map(BatchTest::event).forEach(events::add);
        batch.load(events);
        events.forEach(batch::take);
        batch.write();
    }

    private static EventMessage<String> event(String text) {
        return GenericEventMessage.asEventMessage(text);
    }

    public record Word(String word, long count) {}

    /** Counts words. */
    public static final class Words implements ReadModel<Word> {

        private final Map<String, Word> table = new HashMap<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public String name() {
            return "words";
        }

        @Override
        public boolean concerns(EventMessage<?> event) {
            return event.getPayloadType() == String.class;
        }

        @Override
        public Collection<String> keys(EventMessage<?> event) {
            String text = (String) event.getPayload();
            if (text.equals("?")) {
                throw new IllegalStateException("cannot be read");
            }
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        @Override
        public @Nullable Word fold(String key, @Nullable Word row, EventMessage<?> event) {
            return switch (key) {
                case "bad" -> throw new IllegalStateException("cannot be folded");
                case "same" -> row;
                case "gone", "none" -> null;
                default -> new Word(key, row == null ? 1 : row.count + 1);
            };
        }

        @Override
        public long version(Word row) {
            return row.count;
        }

        @Override
        public Map<String, Word> load(Collection<String> keys) {
            calls.add("load " + keys.size());
            Map<String, Word> found = new HashMap<>(table);
            found.keySet().retainAll(keys);
            return found;
        }

        @Override
        public void insert(List<Word> rows) {
            calls.add("insert " + rows.size());
            rows.forEach(row -> table.put(row.word, row));
        }

        @Override
        public void update(List<Word> rows) {
            calls.add("update " + rows.size());
            rows.forEach(row -> table.put(row.word, row));
        }

        @Override
        public ReadModel<Word> in(TableNames names) {
            return this;
        }
    }
}
