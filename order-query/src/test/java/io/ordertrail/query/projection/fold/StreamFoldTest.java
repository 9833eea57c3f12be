package io.ordertrail.query.projection.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.MetaKeys;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamFoldTest {

    private final StreamFold<String, Row> fold = new StreamFold<>("thing", String.class, Row::version, Row::next);

    @Test
    void it_concerns_events_of_its_aggregates_and_no_others() {
        assertThat(fold.concerns(event("thing", 0))).isTrue();
        assertThat(fold.concerns(event("order", 0))).isFalse();
        assertThat(fold.concerns(event(null, 0))).isFalse();
        assertThat(fold.concerns(GenericEventMessage.asEventMessage("x"))).isFalse();
        assertThat(fold.keys(event("thing", 0))).containsExactly("thing-1");
    }

    @Test
    void events_are_taken_in_one_after_the_other_and_each_once() {
        Row first = fold.fold("thing-1", null, event("thing", 0));
        Row second = fold.fold("thing-1", first, event("thing", 1));
        assertThat(second).isEqualTo(new Row("event 0, event 1", 1));
        assertThat(fold.fold("thing-1", second, event("thing", 1))).isSameAs(second);
        assertThat(fold.fold("thing-1", second, event("thing", 0))).isSameAs(second);
        assertThat(fold.version(second)).isEqualTo(1);
    }

    @Test
    void an_event_that_comes_too_early_cannot_be_taken_in() {
        assertThatThrownBy(() -> fold.fold("thing-1", null, event("thing", 1)))
                .hasMessageContaining("the row is at version -1");
        Row first = fold.fold("thing-1", null, event("thing", 0));
        assertThatThrownBy(() -> fold.fold("thing-1", first, event("thing", 2)))
                .hasMessageContaining("the row is at version 0");
    }

    @Test
    void an_event_of_an_unknown_type_cannot_be_taken_in() {
        var unknown = new GenericDomainEventMessage<>(
                "thing",
                "thing-1",
                0,
                new UnknownSerializedType(
                        Jackson3Serializer.builder().build(),
                        new SimpleSerializedObject<>("{}", String.class, "thing.ThingPainted", "1")));
        assertThatThrownBy(() -> fold.fold("thing-1", null, unknown))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("thing-1 holds thing.ThingPainted@1, which a later release");
    }

    @Test
    void of_two_events_out_of_one_both_are_taken_in_and_neither_twice() {
        Row before = fold.fold("thing-1", null, event("thing", 0));
        DomainEventMessage<?> first = event("thing", 1).andMetaData(Map.of(MetaKeys.CONTINUED, true));
        DomainEventMessage<?> second = event("thing", 1);
        Row half = fold.fold("thing-1", before, first);
        Row whole = fold.fold("thing-1", half, second);
        assertThat(half.version).isZero();
        assertThat(whole).isEqualTo(new Row("event 0, event 1, event 1", 1));
        assertThat(fold.fold("thing-1", whole, first)).isSameAs(whole);
        assertThat(fold.fold("thing-1", whole, second)).isSameAs(whole);
        assertThatThrownBy(() -> fold.fold("thing-1", null, first)).hasMessageContaining("event 1 of its stream");
    }

    private static DomainEventMessage<String> event(@Nullable String type, long version) {
        return new GenericDomainEventMessage<>(type, "thing-1", version, "event " + version);
    }

    private record Row(String text, long version) {

        static Row next(@Nullable Row row, Recorded<String> recorded) {
            assertThat(recorded.recordedAt()).isBefore(Instant.MAX);
            String text = row == null ? recorded.event() : row.text + ", " + recorded.event();
            return new Row(text, recorded.version());
        }
    }
}
