package io.ordertrail.axon.store;

import io.ordertrail.axon.database.EmbeddedDatabase;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What event processors remember: how far they are, and what they could not process. */
@Configuration(proxyBeanMethods = false)
public class TokenStoreConfiguration {

    @Bean
    TokenSchema tokenSchema() {
        return AxonSchemas.tokens();
    }

    /**
     * Claims tokens under a name that no other process has: pid@host, the default, may be equal in two containers. Only
     * one process at a time can open the embedded database, so there the name is always the same: the next process need
     * not wait for the claims of a killed one to run out.
     */
    @Bean
    JdbcTokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, TokenSchema schema, JdbcConnectionDetails database) {
        boolean alone = database instanceof EmbeddedDatabase;
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .nodeId(
                        alone
                                ? "embedded"
                                : ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID());
        return alone ? LazyClaimTokenStore.alone(builder) : LazyClaimTokenStore.amongOthers(builder);
    }

    @Bean
    StoredTokens storedTokens(JdbcClient jdbc, Serializer serializer, EventSchema migrated) {
        return new StoredTokens(jdbc, serializer);
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    EventLag eventLag(ObjectProvider<EventStore> events, StoredTokens tokens) {
        return new EventLag(events::getObject, tokens);
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return AxonSchemas.deadLetters();
    }
}
