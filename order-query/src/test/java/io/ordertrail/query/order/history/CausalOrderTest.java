package io.ordertrail.query.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.message.MetaKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class CausalOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void an_event_comes_after_its_cause_and_its_stream_however_far_clocks_are_apart() {
        DomainEventMessage<?> placed = event("order", 0, "placed", 0, null);
        DomainEventMessage<?> asked = event("order", 1, "asked", 1, null);
        // Another node, whose clock is a minute behind.
        DomainEventMessage<?> begun = event("payment", 0, "begun", -60, "asked");
        DomainEventMessage<?> promised = event("payment", 1, "promised", -59, null);
        DomainEventMessage<?> confirmed = event("order", 2, "confirmed", 3, "promised");
        DomainEventMessage<?> counted = event("stock", 7, "counted", 2, "of another order");

        assertThat(CausalOrder.of(
                        List.of(List.of(begun, promised), List.of(placed, asked, confirmed), List.of(counted))))
                .extracting(DomainEventMessage::getIdentifier)
                .containsExactly("placed", "asked", "begun", "promised", "counted", "confirmed");
    }

    private static DomainEventMessage<?> event(String stream, long version, String id, int seconds, String cause) {
        return new GenericDomainEventMessage<>(
                stream,
                stream + "-1",
                version,
                id,
                cause == null ? Map.of() : Map.of(MetaKeys.CAUSING_EVENT, cause),
                id,
                NOON.plusSeconds(seconds));
    }
}
