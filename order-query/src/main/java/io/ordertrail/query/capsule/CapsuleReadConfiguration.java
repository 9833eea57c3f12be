package io.ordertrail.query.capsule;

import io.ordertrail.axon.capsule.CapsuleEvents;
import io.ordertrail.axon.serialization.MaskedJson;
import io.ordertrail.query.projection.fold.ReadModel;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of capsules. */
@Configuration(proxyBeanMethods = false)
public class CapsuleReadConfiguration {

    /** Views that say where in the store an event stands, or sum up what many orders have come to. */
    private static final Set<String> OF_THE_WHOLE_STORE = Set.of("account-entries", "ledger", "figures");

    @Bean
    CapsuleHandler capsuleHandler(
            List<ReadModel<?>> models, EventStore events, CapsuleEvents capsules, MaskedJson json) {
        List<ReadModel<?>> alone = models.stream()
                .filter(model -> !OF_THE_WHOLE_STORE.contains(model.name()))
                .toList();
        return new CapsuleHandler(new OrderStreams(events, json), capsules, new CapsuleRows(alone));
    }
}
