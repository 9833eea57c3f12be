package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way in which an event may change: what is stored of an earlier revision is read as today's. */
class UpcastersTest {

    @Named(value = "test.CupFilled", revision = "5")
    record CupFilled(
            String cup,
            int millilitres,
            String drink,
            @Nullable String brand,
            @Nullable String note) {}

    @Named(value = "test.CupPaid", revision = "2")
    record CupPaid(String cup, int cents, @Nullable String tip) {}

    private static final List<EventChange> CHANGES = List.of(
            EventChange.of("test.CupFilled", 1).rename("vessel", "cup"),
            EventChange.of("test.CupFilled", 2)
                    .takeOut("test.CupPaid", 1, List.of("price", "tip"), List.of("cup"))
                    .add("millilitres", filled -> filled.path("centilitres").asInt() * 10),
            EventChange.of("test.CupFilled", 3).split("drink", drinkAndBrand()),
            EventChange.of("test.CupFilled", 4).addOptional(),
            EventChange.of("test.CupPaid", 1).rename("price", "cents"));

    private final NamedTypesSerializer serializer =
            NamedTypesSerializer.create(Map.of("test.CupFilled", CupFilled.class, "test.CupPaid", CupPaid.class), null);

    private static Map<String, UnaryOperator<@Nullable String>> drinkAndBrand() {
        Map<String, UnaryOperator<@Nullable String>> parts = new LinkedHashMap<>();
        parts.put("drink", text -> text.split(" of ")[0]);
        parts.put("brand", text -> text.contains(" of ") ? text.split(" of ")[1] : null);
        return parts;
    }

    @Test
    void an_event_is_lifted_from_revision_to_revision() {
        assertThat(read("4", "{'cup':'c','millilitres':250,'drink':'tea','brand':'Ott'}"))
                .containsExactly(new CupFilled("c", 250, "tea", "Ott", null));
        assertThat(read("3", "{'cup':'c','millilitres':250,'drink':'tea of Ott'}"))
                .containsExactly(new CupFilled("c", 250, "tea", "Ott", null));
        assertThat(read("3", "{'cup':'c','millilitres':250,'drink':'milk'}"))
                .containsExactly(new CupFilled("c", 250, "milk", null, null));
        assertThat(read("5", "{'cup':'c','millilitres':250,'drink':'tea','note':'hot'}"))
                .containsExactly(new CupFilled("c", 250, "tea", null, "hot"));
    }

    @Test
    void an_event_that_said_two_facts_is_read_as_two_each_lifted_further() {
        assertThat(read("1", "{'vessel':'c','centilitres':25,'drink':'tea','price':180,'tip':null}"))
                .containsExactly(new CupFilled("c", 250, "tea", null, null), new CupPaid("c", 180, null));
    }

    @Test
    void where_there_was_no_second_fact_there_is_no_second_event() {
        assertThat(read("2", "{'cup':'c','centilitres':25,'drink':'tea','price':null}"))
                .containsExactly(new CupFilled("c", 250, "tea", null, null));
    }

    @Test
    void both_have_the_place_of_the_stored_one_and_the_first_says_that_another_follows() {
        List<DomainEventMessage<?>> both = messages("2", "{'cup':'c','centilitres':25,'drink':'tea','price':180}");
        assertThat(both).extracting(DomainEventMessage::getSequenceNumber).containsExactly(3L, 3L);
        assertThat(both.get(0).getIdentifier()).isEqualTo("event-1");
        assertThat(both.get(1).getIdentifier())
                .matches("[0-9a-f-]{36}")
                .isEqualTo(messages("2", "{'cup':'c','centilitres':25,'drink':'tea','price':180}")
                        .get(1)
                        .getIdentifier());
        assertThat(both.get(0).getMetaData()).containsEntry(MetaKeys.CONTINUED, true);
        assertThat(both.get(1).getMetaData()).doesNotContainKey(MetaKeys.CONTINUED);
        assertThat(both).allSatisfy(each -> assertThat(each.getMetaData()).containsEntry("actor", "anna"));
    }

    @Test
    void a_later_revision_and_one_to_which_nothing_leads_are_unknown_and_so_is_what_cannot_be_split() {
        assertThat(read("6", "{'cup':'c'}").get(0)).isInstanceOf(UnknownSerializedType.class);
        assertThat(read("0", "{'cup':'c'}").get(0)).isInstanceOf(UnknownSerializedType.class);
        assertThat(read("2", "[]").get(0)).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void an_event_that_is_kept_elsewhere_is_lifted_when_it_is_asked_for() {
        EventUpcasterChain chain = Upcasters.chain(CHANGES, MovedTexts.PLAIN);
        KeptEvents events = new KeptEvents(serializer, chain);

        assertThat(events.today(kept("2", "{'cup':'c','centilitres':25,'drink':'tea','price':180}")))
                .<Object>extracting(EventMessage::getPayload)
                .containsExactly(new CupFilled("c", 250, "tea", null, null), new CupPaid("c", 180, null));
        assertThat(events.today(kept("6", "{'cup':'c'}")))
                .singleElement()
                .matches(UnknownEvents::isOne, "of a later release still");
        EventMessage<?> known =
                messages("4", "{'cup':'c','millilitres':250,'drink':'tea'}").get(0);
        assertThat(events.today(known)).isEqualTo(List.of(known));
    }

    private enum Colour {
        RED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Named("test.Shelf")
    private record Shelf(List<Colour> cups) {}

    /**
     * Stock could no longer be reserved once its item had a snapshot, which is its package's own, and was read anew.
     */
    @Test
    void finding_a_snapshot_that_only_its_package_sees_is_read_unless_a_constant_of_it_is_unknown() {
        Shelf known = new Shelf(List.of(Colour.RED));
        assertThat(UnknownEvents.whole(GenericEventMessage.asEventMessage(known)))
                .isEqualTo(known);
        EventMessage<Shelf> later = GenericEventMessage.asEventMessage(new Shelf(List.of(Colour.RED, Colour.UNKNOWN)));
        assertThatThrownBy(() -> UnknownEvents.whole(later)).isInstanceOf(Refused.class);
    }

    /** As a release kept it that knew nothing of the changes. */
    private EventMessage<?> kept(String revision, String json) {
        EventMessage<?> kept = StoredEvents.messages(
                        serializer,
                        Upcasters.chain(List.of(), MovedTexts.PLAIN),
                        "test.CupFilled",
                        revision,
                        json.replace('\'', '"'))
                .get(0);
        assertThat(UnknownEvents.isOne(kept)).isTrue();
        return kept;
    }

    private List<Object> read(String revision, String json) {
        return messages(revision, json).stream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    private List<DomainEventMessage<?>> messages(String revision, String json) {
        return StoredEvents.messages(
                serializer,
                Upcasters.chain(CHANGES, MovedTexts.PLAIN),
                "test.CupFilled",
                revision,
                json.replace('\'', '"'));
    }
}
