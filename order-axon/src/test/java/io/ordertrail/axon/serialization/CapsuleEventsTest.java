package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.axon.capsule.CapsuleEvents;
import io.ordertrail.axon.capsule.CapsuleFile;
import io.ordertrail.axon.message.MetaKeys;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class CapsuleEventsTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03.123Z");

    private final CapsuleEvents events = new CapsuleEvents(
            NamedTypesSerializer.create(),
            Upcasters.chain(List.of(EventChange.of("order.OrderHeld", 0).rename("why", "reason")), MovedTexts.PLAIN),
            new MaskedJson(() -> new byte[32]));

    @Test
    void personal_data_and_actors_are_masked_the_same_text_by_the_same_mask() {
        Capsule.Event first = note("event-1", "A. Turing called");
        Capsule.Event second = note("event-2", "A. Turing called");
        Capsule.Event other = note("event-3", "B. Babbage called");
        assertThat(first.payload().get("text").toString()).matches("masked-[0-9a-f]{16}");
        assertThat(second.payload()).containsEntry("text", first.payload().get("text"));
        assertThat(other.payload().get("text")).isNotEqualTo(first.payload().get("text"));
        assertThat(first.metaData().get(MetaKeys.ACTOR)).startsWith("masked-");
        assertThat(first.metaData()).containsEntry(MetaKeys.ROLES, "SUPPORT").doesNotContainKey(MetaKeys.ADDRESS);
        assertThat(first.toString()).doesNotContain("Turing", "anna", "10.0.0.1");
    }

    @Test
    void what_was_masked_once_stays_as_it_is_and_comes_out_as_an_event() {
        Capsule.Event masked = note("event-1", "A. Turing called");
        DomainEventMessage<?> out = events.out(List.of(masked)).get(0);
        assertThat(out.getPayload()).isInstanceOf(OrderNoteAdded.class);
        assertThat(out.getTimestamp()).isEqualTo(THEN);
        assertThat(events.in(out, 0)).isEqualTo(masked);
    }

    @Test
    void an_event_of_an_earlier_revision_goes_through_the_upcasters() {
        Map<String, Object> payload = Map.of("orderId", "order-1", "why", "FRAUD_CHECK", "at", "2026-11-22T08:14:03Z");
        DomainEventMessage<?> out =
                events.out(List.of(event("order.OrderHeld", "0", payload))).get(0);
        assertThat(out.getPayload())
                .isInstanceOfSatisfying(
                        OrderHeld.class, held -> assertThat(held.reason()).isEqualTo("FRAUD_CHECK"));
    }

    @Test
    void an_event_that_this_release_does_not_know_is_named() {
        assertThatThrownBy(() -> events.out(List.of(event("order.OrderTeleported", "1", Map.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Event event-1 is of an unknown type");
    }

    @Test
    void a_file_is_what_was_written_and_says_where_it_is_none() throws IOException {
        Capsule capsule = new Capsule(
                Capsule.FORMAT,
                "order-1",
                List.of(note("event-1", "x")),
                List.of(new Capsule.Row("order-view", "order-1", Map.of("version", 0))));
        StringWriter file = new StringWriter();
        CapsuleFile.write(capsule, file);
        assertThat(CapsuleFile.read(new StringReader(file.toString()))).isEqualTo(capsule);
        assertThat(file.toString())
                .startsWith("{\"capsule\":1,\"order\":\"order-1\"}\n{\"event\":{\"stream\":\"order\"");
        assertThatThrownBy(() -> CapsuleFile.read(new StringReader("id,name\n")))
                .hasMessageStartingWith("line 1: ");
        assertThatThrownBy(() -> CapsuleFile.read(new StringReader("{\"capsule\":2,\"order\":\"order-1\"}")))
                .hasMessage("line 1: format 2 is not known here; this release reads 1");
        assertThatThrownBy(() -> CapsuleFile.read(new StringReader("{\"capsule\":1,\"order\":\"order-1\"}\n{}")))
                .hasMessage("line 2: neither an event nor a row");
    }

    private Capsule.Event note(String id, String text) {
        return events.in(
                new GenericDomainEventMessage<>(
                        "order",
                        "order-1",
                        7,
                        new OrderNoteAdded("order-1", "c-1", text, NoteVisibility.INTERNAL, THEN),
                        Map.of(MetaKeys.ACTOR, "anna", MetaKeys.ROLES, "SUPPORT", MetaKeys.ADDRESS, "10.0.0.1"),
                        id,
                        THEN),
                0);
    }

    private static Capsule.Event event(String type, String revision, Map<String, Object> payload) {
        return new Capsule.Event("order", "order-1", 0, type, revision, "event-1", THEN, Map.of(), payload);
    }
}
