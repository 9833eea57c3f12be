package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Named;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The chain works before the first event needs it: an event of two revisions ago is read as today's. */
class UpcastersTest {

    @Named(value = "test.CupFilled", revision = "3")
    record CupFilled(String cup, int millilitres, String drink) {}

    @Test
    void an_event_is_lifted_from_revision_to_revision() {
        var serializer = NamedTypesSerializer.create(Map.of("test.CupFilled", CupFilled.class), null);
        var chain = new EventUpcasterChain(
                Upcasters.lift("test.CupFilled", "1", "2", UpcastersTest::centilitresBecomeMillilitres),
                Upcasters.lift("test.CupFilled", "2", "3", event -> event.put("drink", "tea")));

        assertThat(StoredEvents.read(serializer, chain, "test.CupFilled", "1", "{\"cup\":\"c\",\"centilitres\":25}"))
                .isEqualTo(List.of(new CupFilled("c", 250, "tea")));
        assertThat(StoredEvents.read(serializer, chain, "test.CupFilled", "2", "{\"cup\":\"c\",\"millilitres\":5}"))
                .isEqualTo(List.of(new CupFilled("c", 5, "tea")));
        assertThat(StoredEvents.read(
                        serializer,
                        chain,
                        "test.CupFilled",
                        "3",
                        "{\"cup\":\"c\",\"millilitres\":5,\"drink\":\"milk\"}"))
                .isEqualTo(List.of(new CupFilled("c", 5, "milk")));
    }

    private static void centilitresBecomeMillilitres(ObjectNode event) {
        event.put("millilitres", event.remove("centilitres").asInt() * 10);
    }
}
