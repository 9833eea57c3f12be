package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    @Test
    void ids_of_events_are_uuids_in_the_order_in_which_they_were_made() {
        List<String> ids = Stream.generate(() -> GenericEventMessage.asEventMessage("told"))
                .map(event -> event.getIdentifier())
                .limit(1000)
                .toList();
        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> UUID.fromString(id).version() == 7);
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }
}
