package io.ordertrail.axon.serialization;

import io.ordertrail.api.Contract;
import io.ordertrail.axon.personal.PersonalCipher;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What is written and read, and how. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

    @Bean
    @Primary
    NamedTypesSerializer serializer(ObjectProvider<SnapshotType> snapshots, PersonalCipher cipher) {
        return NamedTypesSerializer.create(SnapshotType.beside(Contract.byName(), snapshots.stream()), cipher);
    }

    @Bean
    EventUpcasterChain upcasters(PersonalCipher cipher) {
        return Upcasters.chain(cipher::moved);
    }

    @Bean
    KeptEvents keptEvents(NamedTypesSerializer serializer, EventUpcasterChain upcasters) {
        return new KeptEvents(serializer, upcasters);
    }
}
