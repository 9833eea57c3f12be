package io.ordertrail.axon.capsule;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.serialization.MaskedJson;
import io.ordertrail.axon.store.StoredTokens;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of capsules. */
@Configuration(proxyBeanMethods = false)
public class CapsuleConfiguration {

    @Bean
    CapsuleEvents capsuleEvents(Serializer serializer, EventUpcasterChain upcasters, MaskedJson masks) {
        return new CapsuleEvents(serializer, upcasters, masks);
    }

    @Bean
    CapsuleLoader capsuleLoader(
            EventStore events, CapsuleEvents capsules, StoredTokens tokens, PlatformTransactionManager transactions) {
        return new CapsuleLoader(
                events, capsules, tokens, List.of(Policy.PROCESSOR), new TransactionTemplate(transactions));
    }
}
